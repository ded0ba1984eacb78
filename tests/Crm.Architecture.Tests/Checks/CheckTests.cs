namespace Crm.Architecture.Tests.Checks;

public sealed class CheckTests
{
    [Fact]
    public void Checks_AreThe120OfTheSpecification()
    {
        Check.All.Should().HaveCount(120);
        Check.All.Select(check => check.Id).Should().OnlyHaveUniqueItems().And.AllSatisfy(id => id.Should().MatchRegex("^[A-Z]{2}-[0-9]{2}$"));
    }

    [Fact]
    public void Trait_Check_NamesACheckThatExists() => Proof.All
        .Where(proof => Check.All.All(check => check.Id != proof.Check))
        .Select(proof => $"{proof.Project}: {proof.Test} names {proof.Check}")
        .ShouldKeep("[Trait(\"Check\", …)] names a check of checks.tsv");

    [Fact]
    public void Page_Checks_IsUpToDate() => Pinned.ShouldBe("docs/reference/checks.md", CheckPage.Text(), "The list of checks and their tests");

    [Fact]
    public void InFile_TraitsOfClassAndMethod_BelongToTheirTests()
    {
        const string Source = """
            [Trait("Check", "CM-01")]
            public sealed class First
            {
                [Fact, Trait("Check", "CM-02")]
                public void One_Test() { }

                // [Trait("Check", "CM-09")]
                private static void NoTest() { }

                [SkippableTheory]
                [Trait("Check", "CM-03")]
                [Trait("Check", "CM-04")]
                [InlineData(1)]
                public async Task Two_Test(int value) { }
            }

            public abstract class Second<TFixture>
            {
                [Fact]
                public void Unclaimed() { }

                [Fact] public Task<int> Three_Test() => null;
            }
            """;

        Proof.InFile("P", Source.Split('\n')).Should().Equal(
            new Proof("CM-01", "P", "First.One_Test"), new Proof("CM-02", "P", "First.One_Test"),
            new Proof("CM-01", "P", "First.Two_Test"), new Proof("CM-03", "P", "First.Two_Test"), new Proof("CM-04", "P", "First.Two_Test"));
    }
}
