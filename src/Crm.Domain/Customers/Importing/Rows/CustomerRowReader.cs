using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Turns the cells of a row into what they say of a customer, or into the first reason why they say nothing usable.</summary>
internal sealed class CustomerRowReader(BoundLayout layout, CustomerImportOptions options, CrmErrorDescriber errors, Instant now)
{
    private readonly bool _needsId = layout.Columns.Any(c => c.Target.Field == ImportField.Id);
    private readonly bool _isOurs = layout.Layout.Name == CustomerLayout.Crm.Name;
    private readonly bool? _daysFirst = options.DaysComeFirst ?? (layout.Layout.Name is "outlook" ? false : null);
    private readonly List<RowRejection> _bad = [];
    private RowRejection? _rejection;
    private int _row;

    public RowReading Read(CustomerImportRow row)
    {
        (_row, _rejection) = (row.Number, null);
        _bad.Clear();
        var cells = RowCells.Of(layout, row.Cells, _isOurs ? SpreadsheetText.Unescape : t => t);
        var customer = Read(cells);
        if (_rejection is null && !options.LeavesOutBadCells && _bad.Count > 0)
        {
            _rejection = _bad[0];
        }

        return new RowReading(row.Number, _rejection is null ? customer : null, _rejection, _rejection is null && _bad.Count > 0 ? [.. _bad] : []);
    }

    private ImportedCustomer Read(RowCells cells)
    {
        if (_needsId && cells.Text(ImportField.Id) is null)
        {
            var column = layout.Columns.First(c => c.Target.Field == ImportField.Id).Name;
            Reject(column, errors.CellEmpty(column));
        }

        var name = NameOf(cells);
        var organisation = cells.Text(ImportField.Organisation);
        if (name is null && organisation is null && _rejection is null)
        {
            Reject("name", errors.CustomerNameMissing());
        }

        var addresses = AddressesOf(cells);
        var country = addresses.Find(a => a.Address.Country is not null)?.Address.Country ?? options.DefaultCountry;
        return new ImportedCustomer
        {
            Reference = Checked(cells, ImportField.Id, t => new ExternalReference(options.System, t), mustBe: true),
            Name = name,
            OrganisationName = name is null ? Checked(cells, ImportField.Organisation, t => Guard.Line(t, Customer.MaxNameLength), mustBe: true) : null,
            BirthDate = BirthDateOf(cells),
            Language = Checked(cells, ImportField.Language, LanguageTag.Parse),
            Emails = [.. cells.Contacts.Where(c => c.Target.Field == ImportField.Email).Select(c => EmailOf(cells, c)).OfType<ImportedEmail>().DistinctBy(e => e.Email.Normalized)],
            Phones = [.. cells.Contacts.Where(c => c.Target.Field != ImportField.Email).Select(c => PhoneOf(cells, c, country)).OfType<ImportedPhone>().DistinctBy(p => (p.Kind, p.Phone))],
            Addresses = addresses,
            Tags = TagsOf(cells),
        };
    }

    private PersonName? NameOf(RowCells cells)
    {
        var (given, family, full) = (cells.Text(ImportField.GivenName), cells.Text(ImportField.FamilyName), cells.Text(ImportField.FullName));
        if (given is null && family is null)
        {
            return full is null || full.Equals(cells.Text(ImportField.Organisation), StringComparison.OrdinalIgnoreCase)
                ? null
                : Checked(cells, ImportField.FullName, PersonName.Parse, mustBe: true);
        }

        try
        {
            return new PersonName(given, family, cells.Text(ImportField.Prefix), cells.Text(ImportField.MiddleName), cells.Text(ImportField.Suffix), cells.Text(ImportField.Nickname));
        }
        catch (ArgumentException invalid)
        {
            var field = invalid.ParamName switch
            {
                "given" => ImportField.GivenName,
                "prefix" => ImportField.Prefix,
                "middle" => ImportField.MiddleName,
                "suffix" => ImportField.Suffix,
                "nickname" => ImportField.Nickname,
                _ => ImportField.FamilyName,
            };
            var column = cells.ColumnOf(field);
            Reject(column, errors.InvalidValue(column, MessageOf(invalid)));
            return null;
        }
    }

    private LocalDate? BirthDateOf(RowCells cells)
    {
        var column = cells.ColumnOf(ImportField.BirthDate, ImportField.BirthYear);
        try
        {
            var date = cells.Text(ImportField.BirthDate) is { } text
                ? ImportDates.Parse(text, _daysFirst)
                : ImportDates.OfParts(cells.Text(ImportField.BirthYear), cells.Text(ImportField.BirthMonth), cells.Text(ImportField.BirthDay));
            return date is { } known ? Person.CheckedBirthDate(known, now) : null;
        }
        catch (Exception invalid) when (invalid is FormatException or ArgumentException)
        {
            Bad(column, invalid);
            return null;
        }
    }

    private List<ImportedAddress> AddressesOf(RowCells cells)
    {
        var addresses = new List<ImportedAddress>();
        foreach (var parts in cells.Addresses)
        {
            Country? country = null;
            var column = parts.Column ?? parts.CountryColumn!;
            try
            {
                if (parts.Country is not null)
                {
                    column = parts.CountryColumn!;
                    country = CountryNames.Parse(parts.Country);
                }

                column = parts.Column ?? column;
                var (kind, label) = ContactTypes.AddressOf(cells.TypeOf(ImportField.AddressType, parts.Group, 0), parts.Use);
                var address = new PostalAddress(parts.Line1, parts.Line2, parts.PostalCode, parts.City, parts.Region, country).WithUsualPostalCode();
                if (!addresses.Exists(a => a.Kind == kind && a.Address == address))
                {
                    addresses.Add(new ImportedAddress(address, kind, Guard.OptionalLine(label, ContactPoint.MaxLabelLength)));
                }
            }
            catch (Exception invalid) when (invalid is FormatException or ArgumentException)
            {
                Bad(column, invalid);
            }
        }

        return addresses;
    }

    private ImportedEmail? EmailOf(RowCells cells, (string Text, string Column, ImportTarget Target, int Part) cell)
    {
        if (!EmailAddress.TryParse(cell.Text, out var email))
        {
            Bad(cell.Column, "An e-mail address was expected, such as name@example.org.");
            return null;
        }

        var (use, label) = ContactTypes.UseOf(cells.TypeOf(ImportField.EmailType, cell.Target.Group, cell.Part), cell.Target.Use);
        return new ImportedEmail(email, use, LabelOf(label));
    }

    private ImportedPhone? PhoneOf(RowCells cells, (string Text, string Column, ImportTarget Target, int Part) cell, Country? country)
    {
        var type = cells.TypeOf(ImportField.PhoneType, cell.Target.Group, cell.Part);
        var kind = cell.Target.Field switch
        {
            ImportField.Mobile => ContactPointKind.Mobile,
            ImportField.Fax => ContactPointKind.Fax,
            _ => ContactTypes.KindOf(type, ContactPointKind.Phone),
        };
        if (kind is not { } known)
        {
            return null;
        }

        if (!PhoneNumber.TryParse(cell.Text, country?.Code, out var phone))
        {
            Bad(cell.Column, "A telephone number was expected, such as +39 02 1234 5678; a national one needs a country.");
            return null;
        }

        var (use, label) = ContactTypes.UseOf(type, cell.Target.Use);
        return new ImportedPhone(phone, known, use, LabelOf(label));
    }

    private List<string> TagsOf(RowCells cells)
    {
        var tags = new List<string>();
        foreach (var part in RowCells.Parts(cells.Text(ImportField.Tags) ?? string.Empty).SelectMany(p => _isOurs ? [p] : p.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            // A star marks the groups that the address book itself makes.
            if (_isOurs || part[0] != '*')
            {
                try
                {
                    tags.Add(Customer.TagOf(part));
                }
                catch (ArgumentException invalid)
                {
                    Bad(cells.ColumnOf(ImportField.Tags), invalid);
                }
            }
        }

        return [.. tags.Distinct(StringComparer.Ordinal)];
    }

    // What a program calls a type is short; a long text is no label worth a refusal.
    private static string? LabelOf(string? label) => label is { Length: > 0 and <= ContactPoint.MaxLabelLength } && !label.Any(char.IsControl) ? label : null;

    private T? Checked<T>(RowCells cells, ImportField field, Func<string, T> parse, bool mustBe = false)
        where T : class
    {
        if (cells.Text(field) is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception invalid) when (invalid is FormatException or ArgumentException)
        {
            var column = cells.ColumnOf(field);
            if (mustBe)
            {
                Reject(column, errors.InvalidValue(column, MessageOf(invalid)));
            }
            else
            {
                Bad(column, invalid);
            }

            return null;
        }
    }

    private void Bad(string column, Exception invalid) => Bad(column, MessageOf(invalid));

    private void Bad(string column, string message)
    {
        var error = errors.InvalidValue(column, message);
        _bad.Add(new RowRejection(_row, column, error.Code, error.Message));
    }

    private void Reject(string column, CrmError error) => _rejection ??= new RowRejection(_row, column, error.Code, error.Message);

    private static string MessageOf(Exception invalid) => invalid.Message.Split(" (Parameter '")[0];
}
