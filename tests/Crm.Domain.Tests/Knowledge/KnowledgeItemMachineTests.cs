using Crm.Domain.Knowledge;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Knowledge.KnowledgeStatus;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeItemMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<KnowledgeItem, KnowledgeStatus>(
        Drafted,
        i => i.Status,
        Draft,
        new("revise", i => i.CanRevise(), (i, now) => i.Revise(s_content with { Title = "Descaling" }, now), s => s == Archived ? null : s),
        new("audience", i => i.CanChangeAudience(), (i, now) => i.ChangeAudience(Audience.Public, now), s => s == Archived ? null : s),
        new("publish", i => i.CanPublish(), (i, now) => i.Publish(now), s => s == Draft ? Published : null),
        new("archive", i => i.CanArchive(), (i, now) => i.Archive(now), s => s == Published ? Archived : null));

    [Fact]
    public void Publish_WithoutBody_IsRefused()
    {
        var item = new KnowledgeItem(KnowledgeItemId.New(s_now), s_content with { Body = " " }, Audience.Public, s_now);

        item.CanPublish().Code.Should().Be("KnowledgeItemEmpty");
        (item.Status, item.PublishedAt).Should().Be((Draft, null));
    }

    [Fact]
    public void Revise_PublishedItemWithoutBody_IsRefusedAndChangesNothing()
    {
        var item = Drafted(s_now);
        item.Publish(s_now);

        FluentActions.Invoking(() => item.Revise(s_content with { Title = "Other", Body = "" }, s_now)).Should().Throw<ArgumentException>();

        (item.Title, item.Body, item.Version).Should().Be(("How to descale", "Use vinegar.", 2L));
    }

    private static KnowledgeItem Drafted(Instant now) => new(KnowledgeItemId.New(now), s_content, Audience.Internal, now);
}
