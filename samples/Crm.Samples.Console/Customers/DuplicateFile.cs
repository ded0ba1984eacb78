using System.Globalization;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;
using NodaTime.Text;

namespace Crm.Samples.Console.Customers;

/// <summary>The records of a file, with their ids, what their rows say about who they are, and nothing else compared.</summary>
internal sealed class DuplicateFile
{
    public static readonly string[] Names =
    [
        "id", "givenName", "middleName", "familyName", "fullName", "organisation", "birthDate", "birthYear", "birthMonth", "birthDay", "email", "phone",
        "streetNumber", "street", "street2", "city", "suburb", "postcode", "region", "country", "nationalId",
    ];

    private DuplicateFile(TextSource source) => Source = source.Name;

    public string Source { get; }

    public List<DuplicateRecord> Records { get; } = [];

    /// <summary>The true customer by record; null where the file does not say.</summary>
    public List<string?> Customers { get; } = [];

    /// <summary>The recognised names that the header has a column for.</summary>
    public HashSet<string> Found { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static DuplicateFile Read(TextSource source, ColumnMap map, DuplicateTruth? truth, bool isOneOfTwo)
    {
        var file = new DuplicateFile(source);
        string[] compared = [.. Names.Where(n => n == "id" || !map.ColumnOf(n).Equals(truth?.Column, StringComparison.OrdinalIgnoreCase))];
        string[] names = truth is null ? compared : [.. compared, DuplicateTruth.Name];
        var columns = truth is null ? map : map.With(DuplicateTruth.Name, truth.Column);
        DelimitedText.ReadRows(source, columns, names, truth is null ? [] : [DuplicateTruth.Name], mappedMayBeMissing: isOneOfTwo, row =>
        {
            if (file.Records.Count == 0)
            {
                file.Found.UnionWith(compared.Where(row.Has));
            }

            file.Records.Add(Record(row, compared));
            file.Customers.Add(truth?.CustomerOf(row.Text(DuplicateTruth.Name)));
        });
        return file;
    }

    private static DuplicateRecord Record(DelimitedText row, string[] compared)
    {
        string?[] birth = [Text("birthYear"), Text("birthMonth"), Text("birthDay")];
        var parts = birth.Select(Number).ToArray();
        var isNumeric = birth.Zip(parts).All(p => p.First is null || p.Second is not null);
        return new DuplicateRecord
        {
            Id = row.Text("id") ?? row.Row.ToString(CultureInfo.InvariantCulture),
            GivenName = Text("givenName"),
            MiddleName = Text("middleName"),
            FamilyName = Text("familyName"),
            FullName = Text("fullName"),
            Organisation = Text("organisation"),
            BirthDate = Text("birthDate") is { } date ? Date(date) : isNumeric ? null : string.Join('-', birth.Where(b => b is not null)),
            BirthYear = isNumeric ? parts[0] : null,
            BirthMonth = isNumeric ? parts[1] : null,
            BirthDay = isNumeric ? parts[2] : null,
            Email = Text("email"),
            Phone = Text("phone"),
            StreetNumber = Text("streetNumber"),
            Street = Text("street"),
            Street2 = Text("street2"),
            City = Text("city"),
            Suburb = Text("suburb"),
            Postcode = Text("postcode"),
            Region = Text("region"),
            Country = Text("country"),
            NationalId = Text("nationalId"),
        };

        string? Text(string name) => compared.Contains(name) ? row.Text(name) : null;
    }

    private static string Date(string text) => Cells.ParseDay(text) is { } day ? LocalDatePattern.Iso.Format(day) : text;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
