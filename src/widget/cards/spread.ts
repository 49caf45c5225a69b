/**
 * Moves labels apart so that none covers another: positions in pixels, in any order, come back
 * in the same order, at least `gap` apart and each as near to its place as its neighbours let it.
 */
export function spread(positions: readonly number[], gap: number): number[] {
  const groups: { readonly items: number[]; centre: number }[] = [];
  const order = [...positions.keys()];
  order.sort((a, b) => at(a) - at(b));
  function at(i: number): number {
    return positions[i] ?? 0;
  }
  for (const i of order) {
    let group = { items: [i], centre: at(i) };
    let before = groups.at(-1);
    while (before && overlap(before, group, gap)) {
      groups.pop();
      const items = [...before.items, ...group.items];
      group = { items, centre: items.reduce((sum, item) => sum + at(item), 0) / items.length };
      before = groups.at(-1);
    }
    groups.push(group);
  }
  const result = [...positions];
  for (const { items, centre } of groups) {
    items.forEach((item, i) => {
      result[item] = centre + (i - (items.length - 1) / 2) * gap;
    });
  }
  return result;
}

type Group = { readonly items: readonly number[]; readonly centre: number };

function overlap(a: Group, b: Group, gap: number): boolean {
  return b.centre - a.centre < ((a.items.length + b.items.length) / 2) * gap;
}
