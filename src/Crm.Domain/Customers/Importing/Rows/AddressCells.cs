namespace Crm.Domain.Customers;

/// <summary>The cells of one postal address.</summary>
internal sealed class AddressCells(string use, int group)
{
    public string Use => use;

    public int Group => group;

    /// <summary>The first column, which stands for the address in refusals.</summary>
    public string? Column { get; private set; }

    public string? CountryColumn { get; private set; }

    public string? Line1 { get; private set; }

    public string? Line2 { get; private set; }

    public string? PostalCode { get; private set; }

    public string? City { get; private set; }

    public string? Region { get; private set; }

    public string? Country { get; private set; }

    public bool IsEmpty => (Line1 ?? Line2 ?? PostalCode ?? City ?? Region ?? Country) is null;

    public void Add(ImportField field, string text, string column)
    {
        if (field == ImportField.Country)
        {
            (Country, CountryColumn) = (Country ?? text, CountryColumn ?? column);
            return;
        }

        Column ??= column;
        switch (field)
        {
            case ImportField.Street:
                var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                Line1 ??= lines[0];
                foreach (var more in lines.AsSpan(1))
                {
                    Line2 = Joined(Line2, more);
                }

                break;
            case ImportField.Street2 or ImportField.PostBox:
                Line2 = Joined(Line2, string.Join(", ", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
                break;
            case ImportField.Postcode:
                PostalCode ??= text;
                break;
            case ImportField.City:
                City ??= text;
                break;
            default:
                Region ??= text;
                break;
        }
    }

    private static string Joined(string? first, string then) => first is null ? then : $"{first}, {then}";
}
