using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Domain.Knowledge.KnowledgeDiffKind;

namespace Crm.Domain.Tests.Knowledge.Versions;

[Trait("Check", "KB-04")]
public class KnowledgeDiffTests
{
    private static readonly KnowledgeContent s_content = new("Title", "", LanguageTag.Parse("en"));

    [Fact]
    public void Between_Versions_NamesFieldsAndLines()
    {
        var diff = KnowledgeDiff.Between(
            s_content with { Body = "Unplug it.\nUse vinegar.\nWait.\nRinse.", Summary = "Vinegar" },
            s_content with { Title = "Descaling", Body = "Unplug it.\r\nUse citric acid.\r\nWait.\r\nRinse twice.\r\nDry it.", Kind = KnowledgeKind.Faq });

        diff.Fields.Should().Equal(new KnowledgeFieldChange("Title", "Title", "Descaling"), new KnowledgeFieldChange("Kind", "HowTo", "Faq"), new KnowledgeFieldChange("Summary", "Vinegar", null));
        diff.Body.Select(l => (l.Kind, l.Text)).Should().Equal(
            (Same, "Unplug it."), (Removed, "Use vinegar."), (Added, "Use citric acid."), (Same, "Wait."), (Removed, "Rinse."), (Added, "Rinse twice."), (Added, "Dry it."));
        diff.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void Between_TheExampleOfThePaper_NeedsFiveEdits()
    {
        // Myers (1986), figure 1: ABCABBA to CBABAC.
        var body = KnowledgeDiff.Between(s_content with { Body = "A\nB\nC\nA\nB\nB\nA" }, s_content with { Body = "C\nB\nA\nB\nA\nC" }).Body;

        body.Count(l => l.Kind != Same).Should().Be(5);
    }

    [Fact]
    public void Between_TheSame_IsEmpty() => KnowledgeDiff.Between(s_content with { Body = "A\nB" }, s_content with { Body = "A\r\nB" }).IsEmpty.Should().BeTrue();

    [Fact]
    public void Between_BodiesWithNothingInCommon_IsAllOfBoth()
    {
        static string Body(string letter) => string.Join('\n', Enumerable.Range(0, 3_000).Select(i => letter + i));

        var body = KnowledgeDiff.Between(s_content with { Body = "Head\n" + Body("a") }, s_content with { Body = "Head\n" + Body("b") }).Body;

        body.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(new Dictionary<KnowledgeDiffKind, int> { [Same] = 1, [Removed] = 3_000, [Added] = 3_000 });
    }

    [Fact]
    public void Between_AnyBodies_ReadsBackAsBothAndIsNoLongerThanThePlainTable()
    {
        var bodies = Gen.Elements("a", "b", "c").ListOf().Two().ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(bodies, pair =>
        {
            var (before, after) = (pair.Item1.Take(40).ToArray(), pair.Item2.Take(40).ToArray());
            var body = KnowledgeDiff.Between(s_content with { Body = string.Join('\n', before) }, s_content with { Body = string.Join('\n', after) }).Body;

            body.Where(l => l.Kind != Added).Select(l => l.Text).Should().Equal(before);
            body.Where(l => l.Kind != Removed).Select(l => l.Text).Should().Equal(after);
            body.Count(l => l.Kind != Same).Should().Be(Distance(before, after));
        }));
    }

    private static int Distance(string[] before, string[] after)
    {
        var table = new int[before.Length + 1, after.Length + 1];
        for (var i = 0; i <= before.Length; i++)
        {
            for (var j = 0; j <= after.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : before[i - 1] == after[j - 1] ? table[i - 1, j - 1] : 1 + Math.Min(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[before.Length, after.Length];
    }
}
