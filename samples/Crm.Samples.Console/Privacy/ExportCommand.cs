using System.CommandLine;
using System.Text;
using Crm.Domain.Privacy;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Privacy;

/// <summary><c>crm customer export</c>.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, bool> s_formats = new(StringComparer.OrdinalIgnoreCase) { ["json"] = false, ["csv"] = true };

    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = CustomerLookup.Keys };
        var format = new Option<string>("--format") { Description = "json or csv", DefaultValueFactory = _ => "json" };
        var to = new Option<string?>("--out") { Description = "A file for JSON, a folder for CSV; the terminal by default." };
        return new Command("export", "Everything that is stored about one customer.").With(key, format, to).Does((run, token) =>
        {
            var asCsv = run.Get(format)!.OneOf("--format", s_formats);
            return run.WithCrmAsync(
                async session =>
                {
                    var id = (await session.CustomerAsync(run.Get(key), token)).Id;
                    var export = await session.Get<PrivacyOffice>().ExportAsync(id, token).OrFail();
                    if (run.Get(to) is not { } path)
                    {
                        ToTerminal(export, asCsv && !run.Output.AsJson);
                        return;
                    }

                    Write(path, () => ToFiles(export, path, asCsv));
                    run.Output.Write(
                        new { Customer = export.Customer.Id, Out = path, Tables = export.Tables.Select(t => new { t.Name, Rows = t.Rows.Count }) },
                        report => report.Table(["Table", "Rows"], export.Tables.Select(t => new object?[] { t.Name, t.Rows.Count })));
                },
                token);
        });
    }

    private static void ToTerminal(PersonalDataExport export, bool asCsv)
    {
        if (asCsv)
        {
            CsvText.Write(System.Console.Out, ["table", "row", "column", "value"]);
            foreach (var table in export.Tables)
            {
                for (var row = 0; row < table.Rows.Count; row++)
                {
                    foreach (var (column, value) in table.Columns.Zip(table.Rows[row]).Where(c => c.Second is not null))
                    {
                        CsvText.Write(System.Console.Out, [table.Name, (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), column.Name, value]);
                    }
                }
            }

            return;
        }

        using var json = new MemoryStream();
        export.WriteJson(json);
        System.Console.Out.WriteLine(Encoding.UTF8.GetString(json.ToArray()));
    }

    private static void ToFiles(PersonalDataExport export, string path, bool asCsv)
    {
        if (!asCsv)
        {
            using var file = File.Create(path);
            export.WriteJson(file);
            return;
        }

        Directory.CreateDirectory(path);
        foreach (var table in export.Tables)
        {
            using var file = new StreamWriter(Path.Combine(path, table.Name + ".csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            CsvText.Write(file, table.Columns.Select(c => c.Name));
            foreach (var row in table.Rows)
            {
                CsvText.Write(file, row);
            }
        }
    }

    private static void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }
}
