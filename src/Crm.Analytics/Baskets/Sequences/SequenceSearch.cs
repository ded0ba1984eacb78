namespace Crm.Analytics.Baskets;

/// <summary>
/// Grows patterns product by product over the customers who have them (PrefixSpan, Pei et al. 2001). All days on which a pattern can end
/// are kept, so that a limit of the gap loses nothing.
/// </summary>
internal sealed class SequenceSearch(DatedProducts products, SequenceOptions options)
{
    private readonly int[] _lastBuyer = new int[products.BuyersOf.Length];
    private readonly int[] _buyers = new int[products.BuyersOf.Length];
    private readonly List<int> _path = [];
    private List<SequentialPattern> _found = [];

    /// <summary>The patterns that start with a product.</summary>
    public List<SequentialPattern> Start(int product)
    {
        _found = [];
        var ends = new List<PatternEnds>();
        foreach (var buyer in products.BuyersOf[product])
        {
            var days = new List<int>();
            foreach (var entry in products.Of(buyer))
            {
                if (entry.Product == product) days.Add(entry.Day);
            }

            ends.Add(new PatternEnds(buyer, days, 0));
        }

        _path.Add(product);
        Visit(ends, ends.Count);
        _path.Clear();
        return _found;
    }

    private void Visit(List<PatternEnds> ends, int before)
    {
        if (_path.Count >= options.MinimumLength) Report(ends, before);
        if (_path.Count == options.MaximumLength) return;
        foreach (var product in Followers(ends))
        {
            _path.Add(product);
            Visit([.. ends.Select(e => Follow(e, product)).Where(e => e.Days.Count > 0)], ends.Count);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The products that enough customers bought later, ascending.</summary>
    private List<int> Followers(List<PatternEnds> ends)
    {
        var seen = new List<int>();
        foreach (var end in ends)
        {
            var last = -1;
            foreach (var (day, product) in products.Of(end.Buyer))
            {
                while (last + 1 < end.Days.Count && end.Days[last + 1] < day) last++;
                if (last < 0 || day - end.Days[last] > options.MaximumGapDays || _lastBuyer[product] == end.Buyer + 1) continue;
                _lastBuyer[product] = end.Buyer + 1;
                if (_buyers[product]++ == 0) seen.Add(product);
            }
        }

        var enough = seen.Where(p => _buyers[p] >= options.MinimumCustomers).Order().ToList();
        foreach (var product in seen) (_buyers[product], _lastBuyer[product]) = (0, 0);
        return enough;
    }

    private PatternEnds Follow(PatternEnds ends, int product)
    {
        var (days, gap, last) = (new List<int>(), 0, -1);
        foreach (var entry in products.Of(ends.Buyer))
        {
            while (last + 1 < ends.Days.Count && ends.Days[last + 1] < entry.Day) last++;
            if (entry.Product != product || last < 0 || entry.Day - ends.Days[last] > options.MaximumGapDays) continue;
            if (days.Count == 0) gap = entry.Day - ends.Days[last];
            days.Add(entry.Day);
        }

        return new PatternEnds(ends.Buyer, days, gap);
    }

    private void Report(List<PatternEnds> ends, int before)
    {
        var confidence = _path.Count == 1 ? (double?)null : (double)ends.Count / before;
        if (confidence < options.MinimumConfidence) return;
        var gaps = ends.ConvertAll(e => e.Gap);
        gaps.Sort();
        _found.Add(new SequentialPattern
        {
            Products = [.. _path],
            Customers = ends.Count,
            Support = (double)ends.Count / products.Count,
            Confidence = confidence,
            Lift = confidence * products.Count / products.BuyersOf[_path[^1]].Count,
            MedianGapDays = Quantile(gaps, 0.5),
            LowerQuartileGapDays = Quantile(gaps, 0.25),
            UpperQuartileGapDays = Quantile(gaps, 0.75),
        });
    }

    /// <summary>By linear interpolation between the order statistics, as for purchase intervals.</summary>
    private double? Quantile(List<int> sorted, double level)
    {
        if (_path.Count == 1) return null;
        var place = level * (sorted.Count - 1);
        var low = (int)place;
        return low + 1 < sorted.Count ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
