using System.Globalization;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Collects the keys of a column as they are read: numbers or GUIDs when every key is one as written, else texts.</summary>
internal sealed class KeyCollector
{
    private readonly List<string?> _texts = [];
    private readonly List<long> _numbers = [];
    private readonly List<Guid> _guids = [];

    public bool IsEmpty { get; private set; } = true;

    public void Add(string? key)
    {
        IsEmpty &= key is null;
        if (_numbers.Count == _texts.Count && IsCanonical(key, out long number))
        {
            _numbers.Add(number);
        }
        else if (_guids.Count == _texts.Count && IsCanonical(key, out Guid guid))
        {
            _guids.Add(guid);
        }

        _texts.Add(key);
    }

    public PurchaseKeyColumn ToColumn() =>
        _numbers.Count == _texts.Count ? PurchaseKeyColumn.From(_numbers.ToArray())
        : _guids.Count == _texts.Count ? PurchaseKeyColumn.From(_guids.ToArray())
        : PurchaseKeyColumn.From(_texts.ToArray());

    /// <summary>A key as a column of some kind holds it; a text where it cannot be one of that kind.</summary>
    public static PurchaseKey Like(string text, PurchaseKeyKind kind) => kind switch
    {
        PurchaseKeyKind.Int64 when IsCanonical(text, out long number) => number,
        PurchaseKeyKind.Guid when IsCanonical(text, out Guid guid) => guid,
        _ => text,
    };

    // 00004 is not 4: a number that would be printed differently is a text.
    private static bool IsCanonical(string? key, out long number)
    {
        number = 0;
        return key is not null && long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && (key == "0" || (key[0] is >= '1' and <= '9') || (key[0] == '-' && key.Length > 1 && key[1] is >= '1' and <= '9'));
    }

    // As a GUID is printed; the empty one is no key to the log.
    private static bool IsCanonical(string? key, out Guid guid)
    {
        guid = default;
        return key is { Length: 36 } && Guid.TryParseExact(key, "D", out guid) && guid != Guid.Empty && !key.AsSpan().ContainsAnyInRange('A', 'F');
    }
}
