namespace Crm.Domain.Customers;

/// <summary>The cells of one row, sorted by what they hold.</summary>
internal sealed class RowCells
{
    private const string SeveralValues = ":::";

    private readonly Dictionary<ImportField, (string Text, string Column)> _single = [];
    private readonly Dictionary<(ImportField Field, int Group), string> _types = [];

    public List<(string Text, string Column, ImportTarget Target, int Part)> Contacts { get; } = [];

    public List<AddressCells> Addresses { get; } = [];

    public static RowCells Of(BoundLayout layout, IReadOnlyList<string> cells, Func<string, string> clean)
    {
        var row = new RowCells();
        foreach (var column in layout.Columns)
        {
            if (column.Position < cells.Count && cells[column.Position].Trim() is { Length: > 0 } text)
            {
                row.Add(column, clean(text));
            }
        }

        return row;
    }

    public string? Text(ImportField field) => _single.TryGetValue(field, out var cell) ? cell.Text : null;

    public string ColumnOf(params ReadOnlySpan<ImportField> fields)
    {
        foreach (var field in fields)
        {
            if (_single.TryGetValue(field, out var cell))
            {
                return cell.Column;
            }
        }

        return "name";
    }

    /// <summary>The type that goes with a value; of several values in one cell, each has its own.</summary>
    public string? TypeOf(ImportField field, int group, int part)
    {
        if (group == 0 || !_types.TryGetValue((field, group), out var type))
        {
            return null;
        }

        var types = type.Split(SeveralValues, StringSplitOptions.TrimEntries);
        return types[Math.Min(part, types.Length - 1)] is { Length: > 0 } own ? own : null;
    }

    public static string[] Parts(string text) => text.Split(SeveralValues, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Add(BoundColumn column, string text)
    {
        var target = column.Target;
        switch (target.Field)
        {
            case ImportField.Email or ImportField.Phone or ImportField.Mobile or ImportField.Fax:
                var parts = Parts(text);
                for (var i = 0; i < parts.Length; i++)
                {
                    Contacts.Add((parts[i], column.Name, target, i));
                }

                break;
            case ImportField.EmailType or ImportField.PhoneType or ImportField.AddressType:
                _types.TryAdd((target.Field, target.Group), text);
                break;
            case ImportField.Street or ImportField.Street2 or ImportField.PostBox or ImportField.Postcode or ImportField.City or ImportField.Region or ImportField.Country:
                var address = Addresses.Find(a => a.Use == target.Use && a.Group == target.Group);
                if (address is null)
                {
                    Addresses.Add(address = new AddressCells(target.Use, target.Group));
                }

                address.Add(target.Field, text, column.Name);
                break;
            default:
                _single.TryAdd(target.Field, (text, column.Name));
                break;
        }
    }
}
