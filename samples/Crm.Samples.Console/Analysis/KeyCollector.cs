using System.Globalization;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Collects the keys of a column as they are read: numbers when every key is one as written, else texts.</summary>
internal sealed class KeyCollector
{
    private readonly List<string?> _texts = [];
    private readonly List<long> _numbers = [];

    public bool IsEmpty { get; private set; } = true;

    public void Add(string? key)
    {
        IsEmpty &= key is null;
        if (_numbers.Count == _texts.Count && IsCanonical(key, out var number))
        {
            _numbers.Add(number);
        }

        _texts.Add(key);
    }

    public PurchaseKeyColumn ToColumn() =>
        _numbers.Count == _texts.Count ? PurchaseKeyColumn.From(_numbers.ToArray()) : PurchaseKeyColumn.From(_texts.ToArray());

    // 00004 is not 4: a number that would be printed differently is a text.
    private static bool IsCanonical(string? key, out long number)
    {
        number = 0;
        return key is not null && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && (key == "0" || (key[0] is >= '1' and <= '9') || (key[0] == '-' && key.Length > 1 && key[1] is >= '1' and <= '9'));
    }
}
