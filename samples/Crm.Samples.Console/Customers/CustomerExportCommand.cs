using System.CommandLine;
using System.Text;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using CsvHelper;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm export customers</c>.</summary>
internal static class CustomerExportCommand
{
    private static readonly Dictionary<string, Format> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csv"] = Format.Csv, ["vcard3"] = Format.VCard3, ["vcard4"] = Format.VCard4,
    };

    private enum Format
    {
        Csv,
        VCard3,
        VCard4,
    }

    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "csv, vcard3 or vcard4", DefaultValueFactory = _ => "csv" };
        var output = new Option<string?>("--out") { Description = "The file to write; stdout when left out." };
        var text = new Option<string?>("--text") { Description = "Only customers that crm customer list --text finds." };
        return new Command("customers", "Write customers as delimited text in our own layout, or as vCards.").With(format, output, text, CustomerImportCommand.SystemName).Does((run, token) =>
        {
            var chosen = (run.Get(format) ?? "").OneOf("--format", s_formats);
            var system = CustomerImportCommand.SystemOf(run);
            var file = run.Get(output);
            if (file is null && run.Output.AsJson)
            {
                throw CommandFailure.Usage("--json goes with --out FILE, since stdout takes one of them.");
            }

            return run.WithCrmAsync(
                async session =>
                {
                    var customers = session.Get<CustomerExporter>().ReadAsync(new CustomerCriteria { Text = run.Get(text) }, token);
                    if (file is null)
                    {
                        await using var stdout = System.Console.OpenStandardOutput();
                        await WriteAsync(stdout, customers, chosen, system, token);
                        return;
                    }

                    var written = await WriteAsync(file, customers, chosen, system, token);
                    run.Output.Write(new { File = file, Customers = written }, report => report.Fields(("File", file), ("Customers", written)));
                },
                token);
        });
    }

    // A file is whole or not there.
    private static async Task<int> WriteAsync(string file, IAsyncEnumerable<ExportedCustomer> customers, Format format, string system, CancellationToken cancellationToken)
    {
        var part = $"{file}.part";
        try
        {
            int written;
            await using (var stream = File.Create(part))
            {
                written = await WriteAsync(stream, customers, format, system, cancellationToken);
            }

            File.Move(part, file, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<int> WriteAsync(Stream stream, IAsyncEnumerable<ExportedCustomer> customers, Format format, string system, CancellationToken cancellationToken)
    {
        var written = 0;
        if (format == Format.Csv)
        {
            await using var csv = CsvWriter.Create(stream, new CsvWriterOptions(), true);
            csv.WriteRecord(CustomerCells.Header.ToArray());
            await foreach (var exported in customers)
            {
                await csv.WriteRecordAsync(CustomerCells.Of(exported.Customer, system).ToArray(), cancellationToken);
                written++;
            }

            await csv.FlushAsync(cancellationToken);
            return written;
        }

        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await foreach (var exported in customers)
        {
            await text.WriteAsync(VCard.Of(exported, format == Format.VCard3 ? VCardVersion.Version3 : VCardVersion.Version4).AsMemory(), cancellationToken);
            written++;
        }

        return written;
    }
}
