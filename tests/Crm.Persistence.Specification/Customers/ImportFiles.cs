using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Files of customers as a host would read them.</summary>
public static class ImportFiles
{
    /// <summary>A file of comma-separated lines without quotes; the first is the header.</summary>
    public static ImportInput Of(params string[] lines) => Of(lines[0], lines.Skip(1).Select(l => l.Split(',')));

    public static ImportInput Of(string header, IEnumerable<string[]> rows, string fingerprint = "f") =>
        new("people.csv", fingerprint, header.Split(','), rows.Select((cells, i) => new CustomerImportRow(i + 2, cells)).ToAsyncEnumerable());

    /// <summary>Rows of different people, some organisations, some unusable, some that share an address with an earlier one.</summary>
    public static ImportInput Many(int count) => Of("id,givenName,familyName,organisation,email,phone,street,postcode,city,country,language,tags", ManyRows(count), "many");

    public static IEnumerable<string[]> ManyRows(int count) => Enumerable.Range(1, count).Select(i =>
    {
        var id = i.ToString(CultureInfo.InvariantCulture);
        var isOrganisation = i % 10 == 0;
        var email = i % 17 == 0 ? $"person{(i - 3).ToString(CultureInfo.InvariantCulture)}@example.com" : i % 23 == 0 ? "nowhere" : $"person{id}@example.com";
        return new[]
        {
            id, isOrganisation ? "" : $"Given{id}", isOrganisation ? "" : $"Family{id}", isOrganisation ? $"Firm {id} & Co" : "", email,
            string.Create(CultureInfo.InvariantCulture, $"+39 02 5{i:D7}"), $"Via Roma {id}", "20121", "Milano", "IT", "it", i % 2 == 0 ? "even" : "",
        };
    });

    public static Task<CrmResult<CustomerImportResult>> ImportAsync<TContext>(
        this CrmWork<TContext> work, ImportInput input, CustomerImportOptions? options = null)
        where TContext : DbContext, ICrmDbContext => work.Get<CustomerImporter>().ImportAsync(input.File, input.Rows, options);

    public static async Task<CustomerImportResult> ImportAsync<TContext>(this CrmTestHost<TContext> host, ImportInput input, CustomerImportOptions? options = null)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.ImportAsync(input, options)).Value;
    }

    /// <summary>Created, updated, skipped, review, rejected.</summary>
    public static (int Created, int Updated, int Skipped, int Review, int Rejected) Counts(this CustomerImportResult result) =>
        (result.Created, result.Updated, result.Skipped, result.Review, result.Rejected.Count);
}
