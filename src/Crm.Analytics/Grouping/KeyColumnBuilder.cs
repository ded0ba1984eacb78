using Crm.Analytics.Purchases;

namespace Crm.Analytics.Grouping;

/// <summary>Collects the keys of one column row by row; the first key decides the kind.</summary>
internal sealed class KeyColumnBuilder(string name)
{
    private readonly ColumnBuffer<long> _numbers = new();
    private readonly ColumnBuffer<string?> _texts = new();
    private readonly ColumnBuffer<Guid> _guids = new();
    private readonly ColumnBuffer<bool> _missing = new();
    private PurchaseKeyKind _kind;
    private int _count;

    /// <exception cref="ArgumentException">The key is of another kind than the keys before it.</exception>
    public void Check(in PurchaseKey key)
    {
        if (key.Kind != _kind && key.Kind != PurchaseKeyKind.None && _kind != PurchaseKeyKind.None)
            throw new ArgumentException(
                $"{name} keys must be of one kind: '{key}' is {key.Kind}, earlier rows have {_kind}.", nameof(key));
    }

    public void Add(in PurchaseKey key)
    {
        if (_kind == PurchaseKeyKind.None && key.Kind != PurchaseKeyKind.None) Start(key.Kind);
        switch (_kind)
        {
            case PurchaseKeyKind.Int64:
                AddNumber(key);
                break;
            case PurchaseKeyKind.Text:
                _texts.Add(key.Kind == PurchaseKeyKind.None ? null : key.AsText());
                break;
            case PurchaseKeyKind.Guid:
                _guids.Add(key.Kind == PurchaseKeyKind.None ? Guid.Empty : key.AsGuid());
                break;
        }

        _count++;
    }

    public PurchaseKeyColumn ToColumn() => _kind switch
    {
        PurchaseKeyKind.Int64 => PurchaseKeyColumn.From(_numbers.Items, _missing.Items),
        PurchaseKeyKind.Text => PurchaseKeyColumn.From(_texts.Items),
        PurchaseKeyKind.Guid => PurchaseKeyColumn.From(_guids.Items),
        _ => PurchaseKeyColumn.None(_count),
    };

    private void AddNumber(in PurchaseKey key)
    {
        var missing = key.Kind == PurchaseKeyKind.None;
        // The mask starts at the first row without a key; most columns never need it.
        if (missing && _missing.Count == 0) _missing.AddRepeated(false, _count);
        if (missing || _missing.Count > 0) _missing.Add(missing);
        _numbers.Add(missing ? 0 : key.AsInt64());
    }

    private void Start(PurchaseKeyKind kind)
    {
        _kind = kind;
        if (kind == PurchaseKeyKind.Int64 && _count > 0) _missing.AddRepeated(true, _count);
        _numbers.AddRepeated(0, kind == PurchaseKeyKind.Int64 ? _count : 0);
        _texts.AddRepeated(null, kind == PurchaseKeyKind.Text ? _count : 0);
        _guids.AddRepeated(Guid.Empty, kind == PurchaseKeyKind.Guid ? _count : 0);
    }
}
