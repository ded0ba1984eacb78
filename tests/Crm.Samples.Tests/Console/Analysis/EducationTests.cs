using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Education and cross-sell through the outside face.</summary>
public sealed class EducationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-07")]
    public async Task Education_OfFiles_TellsThoseWhoAgreedWhatTheyDoNotHave()
    {
        var (purchases, lessons, consents) = Files();
        var found = await Analyze.JsonAsync(["education", purchases, "--lessons", lessons, "--consents", consents]);
        var candidates = found.Of("candidates").EnumerateArray().ToList();
        candidates.Select(c => c.Of("customer").GetString()).Should().Equal("c40", "c41", "c42");
        candidates.Should().AllSatisfy(c => (c.Of("product").GetString(), c.Of("item").GetString(), c.Of("because")[0].GetString()).Should().Be(("filter", "KB-7", "kettle")));
        (found.Of("customers").GetInt32(), found.Of("withoutConsent").GetInt32()).Should().Be((3, 17));

        var halved = await Analyze.JsonAsync(["education", purchases, "--lessons", lessons, "--consents", consents, "--control", "0.5"]);
        halved.Of("candidates").EnumerateArray().Select(c => c.Of("isControl").GetBoolean()).Should().HaveCount(3);
        (await Analyze.RunAsync(["education", purchases, "--lessons", lessons, "--consents", consents])).Output.Should().Contain("KB-7");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--consents", "consents.csv", "--control", "2")]
    [InlineData(2, "--consents", "consents.csv", "--count", "0")]
    [InlineData(3, "--consents", "nowhere.csv")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        var (purchases, _, _) = Files();
        var run = await Analyze.RunAsync(["education", purchases, .. args.Select(a => a.EndsWith(".csv", StringComparison.Ordinal) ? _folder.File(a) : a)]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }

    private (string Purchases, string Lessons, string Consents) Files() => (
        _folder.Write("purchases.csv", "customer,date,product,amount\n" + string.Join('\n', Enumerable.Range(0, 100).SelectMany(i =>
            (i < 40 ? new[] { "kettle", "filter" } : i < 60 ? ["kettle"] : ["lamp"]).Select(product => $"c{i:00},2026-01-01,{product},5"))) + "\n"),
        _folder.Write("lessons.csv", "product,item\nfilter,KB-7\n"),
        _folder.Write("consents.csv", "customer\nc01\nc40\nc41\nc42\nc77\n"));
}
