using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/importing-customers.md.</summary>
internal static class ImportGuide
{
    // docs: import
    /// <summary>Rehearses first, shows what would happen, then imports.</summary>
    public static async Task<CrmResult<CustomerImportResult>> ImportAsync(
        CustomerImporter importer, CustomerImportFile file, Func<IAsyncEnumerable<CustomerImportRow>> rows, Func<CustomerImportResult, bool> agrees)
    {
        var options = new CustomerImportOptions { System = "webshop", OnDuplicate = DuplicatePolicy.Update, DefaultCountry = Country.FromCode("IT") };
        var rehearsed = await importer.ImportAsync(file, rows(), options with { IsRehearsal = true });
        return rehearsed.Succeeded && agrees(rehearsed.Value)
            ? await importer.ImportAsync(file, rows(), options with { Resumes = true })   // saves by itself, batch by batch
            : rehearsed;
    }
    // docs: end

    // docs: import-layout
    /// <summary>A layout for the files of a system of one's own.</summary>
    public static CustomerLayout WebShop { get; } = CustomerLayout.FromJson(
        """
        {
          "name": "webshop",
          "columns": { "Kundennr.": "id", "Vorname": "givenName", "Nachname": "familyName", "Tel. {n}": "phone.home", "Lieferort": "city.shipping" }
        }
        """);
    // docs: end

    // docs: import-undo
    /// <summary>That was the wrong file.</summary>
    public static async Task<IReadOnlyList<string>> UndoAsync(CustomerImporter importer)
    {
        var last = (await importer.ListAsync(1))[0];
        var undone = await importer.UndoAsync(last.Id);   // one transaction, saves by itself
        return [.. undone.Value.Kept.Select(k => $"row {k.Row}: {k.Message}")];
    }
    // docs: end

    // docs: export
    /// <summary>A file for an address book.</summary>
    public static async Task ExportAsync(CustomerExporter exporter, TextWriter file)
    {
        await foreach (var customer in exporter.ReadAsync(new CustomerCriteria { Kind = CustomerKind.Person }))
        {
            await file.WriteAsync(VCard.Of(customer, VCardVersion.Version3));
        }
    }
    // docs: end
}
