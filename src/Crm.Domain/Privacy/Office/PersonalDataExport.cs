using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Customers;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Privacy;

/// <summary>Everything that is stored about one person (Articles 15 and 20 of the GDPR), table by table.</summary>
/// <param name="Customer">The living customer.</param>
/// <param name="At">When it was read.</param>
/// <param name="Tables">The tables that hold something, by name.</param>
/// <remarks>Holds what staff wrote, and names of staff. Look through it before it is handed out.</remarks>
public sealed record PersonalDataExport(CustomerIdentity Customer, Instant At, IReadOnlyList<ExportedTable> Tables)
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the export as one JSON document: <c>customer</c>, <c>at</c>, and under <c>tables</c> an array of objects for each table.</summary>
    /// <param name="stream">Where to, as UTF-8.</param>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, s_json);
        json.WriteStartObject();
        json.WriteStartObject("customer");
        json.WriteString("id", Customer.Id.ToString());
        json.WriteString("kind", Customer.Kind == CustomerKind.Person ? "person" : "organisation");
        json.WriteString("displayName", Customer.DisplayName);
        json.WriteEndObject();
        json.WriteString("at", InstantPattern.ExtendedIso.Format(At));
        json.WriteStartObject("tables");
        foreach (var table in Tables)
        {
            json.WriteStartArray(table.Name);
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                {
                    json.WriteString(table.Columns[i].Name, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
