namespace Crm.Analytics.Baskets;

/// <summary>Hands branches to threads in order, and stops where the branches that are done hold enough sets.</summary>
internal sealed class BranchQueue(int branches, long enough)
{
    private readonly Lock _lock = new();
    private readonly long[] _found = NotDone(branches);
    private int _next;
    private int _doneBefore;
    private long _foundBefore;

    /// <summary>The next branch, or −1 when there is nothing to do.</summary>
    public int Take()
    {
        lock (_lock) return _next < branches && _foundBefore <= enough ? _next++ : -1;
    }

    public void Done(int branch, long found)
    {
        lock (_lock)
        {
            _found[branch] = found;
            for (; _doneBefore < branches && _found[_doneBefore] >= 0; _doneBefore++) _foundBefore += _found[_doneBefore];
        }
    }

    private static long[] NotDone(int branches)
    {
        var found = new long[branches];
        Array.Fill(found, -1);
        return found;
    }
}
