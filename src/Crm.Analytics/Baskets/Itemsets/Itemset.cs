using System.Runtime.InteropServices;

namespace Crm.Analytics.Baskets;

/// <summary>Items that are together in some baskets.</summary>
/// <param name="Items">The positions of the items in <see cref="ItemsetTable.Items"/>, ascending.</param>
/// <param name="Count">In how many baskets all of them are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Itemset(IReadOnlyList<int> Items, int Count);
