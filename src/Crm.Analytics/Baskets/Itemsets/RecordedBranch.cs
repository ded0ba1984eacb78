using System.Runtime.InteropServices;

namespace Crm.Analytics.Baskets;

/// <summary>The nodes of one branch.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordedBranch(ItemsetNodes? Nodes, int Start, int End)
{
    /// <summary>Joins branches in their order and cuts at the most sets that are allowed.</summary>
    public static ItemsetTable Join(BasketTable baskets, ItemsetOptions options, RankedBaskets ranked, RecordedBranch[] branches)
    {
        var (nodes, listed, truncated, all) = (new ItemsetNodes(), 0, false, true);
        nodes.Reserve((int)Math.Min(Array.MaxLength, branches.Sum(b => (long)b.End - b.Start)));
        foreach (var branch in branches)
        {
            if (branch.Nodes is null || truncated) continue;
            var end = branch.Start;
            for (; end < branch.End; end++)
            {
                if (branch.Nodes.Counts[end] == 0) all = false;
                else if (listed == options.MaximumItemsets) break;
                else listed++;
            }

            truncated = end < branch.End;
            nodes.Append(branch.Nodes, branch.Start, end, ranked.Items);
        }

        return new ItemsetTable(baskets, options, nodes, all ? null : Listed(nodes, listed), truncated);
    }

    private static int[] Listed(ItemsetNodes nodes, int count)
    {
        var listed = new int[count];
        for (var (node, at) = (0, 0); node < nodes.Count; node++)
        {
            if (nodes.Counts[node] > 0) listed[at++] = node;
        }

        return listed;
    }
}
