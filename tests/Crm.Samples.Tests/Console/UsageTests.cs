using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bogus")]
    [InlineData("")]
    [InlineData("customer")]
    [InlineData("case show")]
    [InlineData("customer list --bogus")]
    [InlineData("analyze summary --bogus")]
    [InlineData("analyze summary a.csv --top many")]
    [InlineData("analyze summary a.csv --top 0")]
    [InlineData("analyze summary a.csv --map nonsense=x")]
    [InlineData("analyze summary a.csv --as-of yesterday")]
    [InlineData("analyze summary a.csv --db b.db")]
    [InlineData("analyze summary")]
    [InlineData("analyze rfm a.csv --bands 1")]
    [InlineData("analyze rfm a.csv --ties bins")]
    [InlineData("analyze lifetime a.csv --model bgbb")]
    [InlineData("analyze lifetime a.csv --discount -1")]
    [InlineData("analyze lifetime a.csv --format summary --as-of 2024-01-01")]
    [InlineData("analyze intervals a.csv --level 1")]
    [InlineData("analyze next-product a.csv --method oracle")]
    [InlineData("analyze next-product a.csv --lambda 0")]
    [InlineData("analyze next-product a.csv --neighbours 5")]
    [InlineData("analyze next-product a.csv --holdout tomorrow")]
    [InlineData("analyze retention a.csv --period fortnight")]
    [InlineData("analyze seasonality a.csv --season 1")]
    [InlineData("analyze survival a.csv --group x")]
    [InlineData("analyze survival a.csv --time x")]
    [InlineData("analyze survival --time x --event y")]
    [InlineData("customer list --take 0")]
    [InlineData("duplicates")]
    [InlineData("duplicates a.csv b.csv")]
    [InlineData("timeline x --before then")]
    [InlineData("import customers a.csv --layout lotus")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
        Directory.GetFiles(_folder.Path).Should().BeEmpty("a command that does nothing touches no database");
    }

    [Fact]
    public async Task UnknownModel_SaysWhichExist()
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["analyze", "lifetime", "a.csv", "--model", "crystal-ball"]);
        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("crystal-ball").And.Contain("bgnbd");
    }

    [Fact]
    public async Task Help_OfEveryCommand_Succeeds()
    {
        foreach (var path in new[] { "", "tour", "import purchases", "customer show", "analyze lifetime" })
        {
            var run = await CrmRun.RunAsync(_folder.Path, [.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            run.ExitCode.Should().Be(0, run.Errors);
            run.Output.Should().Contain("Usage:");
        }
    }

    [Theory]
    [InlineData("customer", "0197b2c4-0000-7000-8000-000000000001", "CustomerNotFound")]
    [InlineData("case", "C-999999", "CaseNotFound")]
    [InlineData("order", "0197b2c4-0000-7000-8000-000000000001", "OrderNotFound")]
    [InlineData("knowledge", "nothing-like-an-id", "KnowledgeItemNotFound")]
    [InlineData("interaction", "0197b2c4-0000-7000-8000-000000000001", "InteractionNotFound")]
    [InlineData("product", "NOTHING", "ProductUnknown")]
    public async Task Show_MissingId_IsRefusedWithCode(string command, string key, string code)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [command, "show", key, "--json"]);
        run.ExitCode.Should().Be(1);
        run.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be(code);
        run.Errors.Should().Contain(code).And.Contain(key).And.NotContain("   at ");
    }

    [Fact]
    public async Task Debug_PrintsTheStackTrace()
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["case", "show", "C-1", "--debug"]);
        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("   at ");
    }

    [Theory]
    [InlineData("no/such/folder/crm.db")]
    [InlineData("Host=127.0.0.1;Port=1;Database=crm;Username=crm;Password=hunter2")]
    public async Task UnreachableDatabase_IsUnusableInput(string database)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--db", database]);
        run.ExitCode.Should().Be(3);
        run.Errors.Should().Contain("DatabaseUnusable").And.NotContain("hunter2").And.NotContain("   at ");
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsLeftAsItIs()
    {
        var file = _folder.File("notes.txt");
        await File.WriteAllTextAsync(file, new string('x', 4096));
        var run = await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--db", file]);
        run.ExitCode.Should().Be(3);
        (await File.ReadAllTextAsync(file)).Should().Be(new string('x', 4096));
    }
}
