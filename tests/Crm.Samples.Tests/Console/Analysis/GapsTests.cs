using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Gaps through the outside face.</summary>
public sealed class GapsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-09")]
    public async Task Gaps_OfFiles_GiveCandidatesWithEvidence()
    {
        var needs = _folder.Write("needs.csv", """
            id,customer,kind,text
            r1,c1,requirement,We need a quiet dryer for the night
            r2,c2,requirement,The dryers should be quiet
            r3,c3,requirement,Quiet drying please: a quiet dryer
            s1,,search,how to descale kettle
            s2,,search,descaling the kettle
            s3,,search,kettle descale
            r4,c4,requirement,velvet ropes
            """);
        var products = _folder.Write("products.csv", "product,name\nTURBO,Turbo dryer\nCLEAN,Kettle descaler fluid for descaling\n");
        var found = await Analyze.JsonAsync(["gaps", "--needs", needs, "--products", products]);

        var gap = found.Of("gaps").EnumerateArray().Should().ContainSingle().Subject;
        gap.Of("terms").EnumerateArray().Select(t => t.GetString()).Should().Contain("dryer");
        (gap.Of("people").GetInt32(), gap.Of("near")[0].GetString()).Should().Be((3, "TURBO"));
        gap.Of("evidence").EnumerateArray().Select(e => (e.Of("source").GetString(), e.Of("id").GetString())).Should().Equal(("requirement", "r1"), ("requirement", "r2"), ("requirement", "r3"));
        found.Of("toTeach")[0].Of("metBy")[0].GetString().Should().Be("CLEAN");
        found.Of("needsWithoutTheme").GetInt32().Should().Be(1);
        (await Analyze.RunAsync(["gaps", "--needs", needs, "--products", products])).Output.Should().Contain("TURBO");
    }

    [Fact]
    [Trait("Check", "AN-09")]
    public async Task Gaps_OfPurchases_GiveSubstitutesAndWhatSegmentsMiss()
    {
        // Tea of two kinds is drunk in turn, always with milk; of two segments one buys no biscuits.
        var rows = Enumerable.Range(0, 60).SelectMany(customer => Enumerable.Range(0, 10).SelectMany(week => new[] { week % 2 == 0 ? "green-tea" : "black-tea", "milk", customer < 30 && week == customer % 2 ? "biscuits" : null }
            .OfType<string>().Select(product => $"c{customer:00},2026-0{1 + (week / 4)}-{1 + (week % 4 * 7):00},{product},1")));
        var purchases = _folder.Write("purchases.csv", "customer,date,product,amount\n" + string.Join('\n', rows) + "\n");
        var segments = _folder.Write("segments.csv", "customer,segment\n" + string.Join('\n', Enumerable.Range(0, 60).Select(c => $"c{c:00},{(c < 30 ? "homes" : "hotels")}")) + "\n");
        var found = await Analyze.JsonAsync(["gaps", purchases, "--segments", segments]);

        var pair = found.Of("substitutes").EnumerateArray().Should().ContainSingle().Subject;
        (pair.Of("first").GetString(), pair.Of("second").GetString(), pair.Of("customers").GetInt32(), pair.Of("together").GetInt32()).Should().Be(("black-tea", "green-tea", 60, 0));
        var missing = found.Of("missing").EnumerateArray().Should().ContainSingle().Subject;
        (missing.Of("segment").GetString(), missing.Of("product").GetString(), missing.Of("buyers").GetInt32(), missing.Number("expected")).Should().Be(("hotels", "biscuits", 0, 30));
    }

    [SkippableFact]
    public async Task Gaps_OfOnlineRetail_ComeInASecondOrTwo()
    {
        var found = await Analyze.JsonAsync(["gaps", .. Analyze.RetailFiles(), .. Analyze.RetailOptions]);
        found.Of("gaps").GetArrayLength().Should().Be(0);
        found.Of("substitutes").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--needs", "needs.csv", "--min-people", "0")]
    [InlineData(3, "--needs", "nowhere.csv")]
    [InlineData(3, "--needs", "bad.csv")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        _folder.Write("needs.csv", "text\nquiet dryer\n");
        _folder.Write("bad.csv", "text,kind\nquiet dryer,wish\n");
        var run = await Analyze.RunAsync(["gaps", .. args.Select(a => a.EndsWith(".csv", StringComparison.Ordinal) ? _folder.File(a) : a)]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }
}
