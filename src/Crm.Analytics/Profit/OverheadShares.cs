namespace Crm.Analytics.Profit;

/// <summary>Shares an amount among customers so that the shares add up to it: by the largest remainder, of a tie the lower key first.</summary>
internal static class OverheadShares
{
    public static void Fill(ProfitColumns columns, long amount, OverheadBasis basis)
    {
        if (amount == 0) return;
        var weights = new long[columns.Count];
        for (var customer = 0; customer < weights.Length; customer++)
            weights[customer] = basis == OverheadBasis.Customers ? 1 : Math.Max(0, columns.NetSales(customer));
        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (whole == 0) throw new ArgumentException("There is nobody to share the overhead.", nameof(amount));

        var (rest, remainders) = (amount, new Int128[weights.Length]);
        for (var customer = 0; customer < weights.Length; customer++)
        {
            var (share, remainder) = Int128.DivRem((Int128)amount * weights[customer], whole);
            columns.Overhead[customer] = (long)share;
            remainders[customer] = remainder;
            rest -= (long)share;
        }

        foreach (var customer in Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]).Take((int)rest)) columns.Overhead[customer]++;
    }
}
