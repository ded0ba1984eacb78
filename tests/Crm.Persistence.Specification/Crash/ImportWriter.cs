using Crm.Domain.Customers;
using Crm.Persistence.Specification.Customers;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Imports customers as a process that may be killed at any moment does.</summary>
public static class ImportWriter
{
    public static CustomerImportOptions Options(int batch) => new() { BatchSize = batch, OnDuplicate = DuplicatePolicy.Update, Resumes = true };

    /// <summary>Imports, or goes on with the import; tells each checkpoint.</summary>
    public static async Task<CustomerImportResult> RunAsync(CrmTestHost<SpecificationContext> host, int rows, int batch, Action<Acknowledgement> acknowledge)
    {
        await using var work = host.Work();
        var told = new Teller(acknowledge);
        var input = ImportFiles.Many(rows);
        return (await work.Get<CustomerImporter>().ImportAsync(input.File, input.Rows, Options(batch), told)).Value;
    }

    private sealed class Teller(Action<Acknowledgement> acknowledge) : IProgress<int>
    {
        public void Report(int value) => acknowledge(new Acknowledgement(Guid.Empty, value));
    }
}
