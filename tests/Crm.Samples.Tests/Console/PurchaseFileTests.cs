using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class PurchaseFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("customer,date,amount\n1,1997-01-01,5\n1,1997-13-01,5\n", 3, "date", "DateInvalid")]
    [InlineData("customer,date,amount\n1,1997-01-01,5\n\n1,1997-01-02,five\n", 4, "amount", "NumberInvalid")]
    [InlineData("customer,date,amount\n1,,5\n", 2, "date", "CellEmpty")]
    [InlineData("customer;date;amount\n1;1997-01-01;5,50\n", 2, "amount", "NumberInvalid")]
    [InlineData("customer,date,amount\n1,1997-01-01,5,50\n", 2, null, "TooManyCells")]
    [InlineData("customer,date,product\n1,1997-01-01,\"open\n2,1997-01-02,x\n", 2, null, "QuoteOpen")]
    [InlineData("customer,amount\n1,5\n", 1, "date", "ColumnMissing")]
    [InlineData("customer,date,quantity,price\n1,1997-01-01,900000000000000,900000000000000\n", 2, "quantity", "NumberInvalid")]
    [InlineData("", null, null, "FileEmpty")]
    public async Task BadFile_IsNamedByFileRowAndColumn(string content, int? row, string? column, string code)
    {
        var file = _folder.File("bad.csv");
        await File.WriteAllTextAsync(file, content);
        foreach (var command in new[] { "analyze summary", "import purchases" })
        {
            var run = await CrmRun.RunAsync(_folder.Path, [.. command.Split(' '), file, "--json"]);
            run.ExitCode.Should().Be(3, run.Errors);
            var error = run.Json.GetProperty("errors")[0];
            error.GetProperty("code").GetString().Should().Be(code);
            error.GetProperty("file").GetString().Should().Be(file);
            Nullable(error.GetProperty("row"), e => (int?)e.GetInt32()).Should().Be(row);
            Nullable(error.GetProperty("column"), e => e.GetString()).Should().Be(column);
            run.Errors.Should().Contain(file).And.NotContain("   at ");
        }

        Directory.GetFiles(_folder.Path, "*.db").Should().BeEmpty("a bad file is found before anything is written");
    }

    [Fact]
    public async Task MissingFile_IsUnusableInput()
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["analyze", "summary", "nothing.csv"]);
        run.ExitCode.Should().Be(3);
        run.Errors.Should().Contain("nothing.csv").And.Contain("FileMissing");
    }

    [Fact]
    public async Task NotUtf8_IsUnusableInput()
    {
        await File.WriteAllBytesAsync(_folder.File("latin.csv"), Encoding.Latin1.GetBytes("customer,date\nJosé,1997-01-01\n"));
        var run = await CrmRun.RunAsync(_folder.Path, ["analyze", "summary", "latin.csv"]);
        run.ExitCode.Should().Be(3);
        run.Errors.Should().Contain("UTF-8");
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Delimiter_IsDetected_InFileGzipAndStdin(char delimiter)
    {
        const string Text = "\uFEFFWho|When|Pieces|Each|\"What|ever\"\nAnna|2026-01-05 23:59:59|2|3.5|x\nAnna|20260107|1|3|\"y\"\n|2026-01-07|1|1|z\nBo|2026/01/06|-1|1|x\n";
        var text = Text.Replace('|', delimiter);
        await File.WriteAllTextAsync(_folder.File("a.csv"), text);
        await using (var gzip = new GZipStream(File.Create(_folder.File("a.csv.gz")), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text));
        }

        foreach (var source in new[] { "a.csv", "a.csv.gz", "-" })
        {
            var run = await CrmRun.RunAsync(
                _folder.Path, ["analyze", "summary", source, "--map", "customer=who,date=When,quantity=Pieces,price=Each", "--json"], source == "-" ? text : null);
            run.ExitCode.Should().Be(0, run.Errors);
            var summary = run.Json;
            (summary.GetProperty("customers").GetInt32(), summary.GetProperty("rows").GetInt32(), summary.GetProperty("rowsWithoutCustomer").GetInt32())
                .Should().Be((2, 3, 1));
            summary.GetProperty("revenue").GetDecimal().Should().Be(9m);
            var anna = summary.GetProperty("perCustomer")[0];
            (anna.GetProperty("customer").GetString(), anna.GetProperty("recency").GetDouble(), anna.GetProperty("last").GetString())
                .Should().Be(("Anna", 2d, "2026-01-07"));
        }

        Directory.GetFiles(_folder.Path, "*.db").Should().BeEmpty();
    }

    [Fact]
    public async Task ReturnsAndMinPrice_LeaveRowsOut_Counted()
    {
        await File.WriteAllTextAsync(
            _folder.File("a.csv"),
            "customer,date,quantity,amount\na,2026-01-01,2,10\na,2026-01-02,-1,-5\na,2026-01-03,10,1\nb,2026-01-03,-1,-7\n,2026-01-03,1,1\n");
        var net = await CrmRun.JsonAsync(_folder.Path, "analyze", "summary", "a.csv");
        (net.GetProperty("customers").GetInt32(), net.GetProperty("revenue").GetDecimal(), net.GetProperty("returnRows").GetInt32()).Should().Be((2, -1m, 2));
        var clean = await CrmRun.JsonAsync(_folder.Path, "analyze", "summary", "a.csv", "--returns", "ignore", "--min-price", "0.2");
        (clean.GetProperty("customers").GetInt32(), clean.GetProperty("revenue").GetDecimal(), clean.GetProperty("rows").GetInt32()).Should().Be((1, 10m, 1));
        (clean.GetProperty("returnsLeftOut").GetInt32(), clean.GetProperty("rowsBelowMinPrice").GetInt32(), clean.GetProperty("rowsWithoutCustomer").GetInt32())
            .Should().Be((2, 1, 1));
    }

    private static T? Nullable<T>(JsonElement element, Func<JsonElement, T?> read) => element.ValueKind == JsonValueKind.Null ? default : read(element);
}
