using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Items;

public class KnowledgeItemTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeAuthor s_ada = new("ada", KnowledgeLicence.Publisher);
    private static readonly KnowledgeAuthor s_bea = new("bea", KnowledgeLicence.Publisher);
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    [Fact]
    [Trait("Check", "KB-01")]
    public void Publish_WithoutBody_IsRefused()
    {
        var item = Drafted(s_content with { Body = " " });

        item.CanPublish(s_ada, s_now).Code.Should().Be("KnowledgeItemEmpty");
        item.CanRequestReview(s_ada, s_now).Code.Should().Be("KnowledgeItemEmpty");
        (item.Status, item.PublishedAt, item.Confidence).Should().Be((KnowledgeStatus.Draft, null, KnowledgeConfidence.WorkInProgress));
    }

    [Fact]
    [Trait("Check", "KB-01")]
    public void Archive_WhatWasNeverPublished_IsRefused() => Drafted().CanArchive(s_ada, s_now).Code.Should().Be("KnowledgeTransitionNotAllowed");

    [Fact]
    [Trait("Check", "KB-01")]
    public void Publish_ItemOfCompliance_NeedsAReviewBySomebodyElse()
    {
        var item = Drafted();
        item.Govern(KnowledgeGovernance.Compliance, s_ada, s_now);

        item.CanPublish(s_bea, s_now).Code.Should().Be("KnowledgeReviewMissing");
        item.RequestReview(s_ada, s_now);
        item.Status.Should().Be(KnowledgeStatus.InReview);
        item.CanPublish(s_ada, s_now).Code.Should().Be("KnowledgeReviewOwn");
        item.Publish(s_bea, s_now);

        (item.Status, item.PublishedBy, item.ReviewRequestedAt).Should().Be((KnowledgeStatus.Published, "bea", null));
    }

    [Fact]
    [Trait("Check", "KB-01")]
    public void Return_OutOfReview_IsADraftWithAReason()
    {
        var item = Drafted();
        item.RequestReview(s_ada, s_now);

        item.Return(s_bea, s_now, "Too long");

        item.Status.Should().Be(KnowledgeStatus.Draft);
        item.PendingEvents[^1].Event.Should().Be(new KnowledgeItemReturned(item.Id, "How to descale", "Too long", s_now));
        item.CanReturn(s_bea, s_now).Code.Should().Be("KnowledgeTransitionNotAllowed");
    }

    [Fact]
    [Trait("Check", "KB-02")]
    public void Publish_ForAPeriodAhead_ComesAndGoesByTheClockAlone()
    {
        var item = Drafted();
        var (from, until) = (s_now + Duration.FromDays(1), s_now + Duration.FromDays(2));
        item.Publish(s_ada, s_now, new KnowledgePeriod(from, until));

        item.Status.Should().Be(KnowledgeStatus.Scheduled);
        new[] { s_now, from - Duration.Epsilon, from, until - Duration.Epsilon, until }.Select(item.StatusAt).Should().Equal(
            KnowledgeStatus.Scheduled, KnowledgeStatus.Scheduled, KnowledgeStatus.Published, KnowledgeStatus.Published, KnowledgeStatus.Archived);
        item.CanComeDue(from - Duration.Epsilon).Code.Should().Be("KnowledgeItemNotDue");
    }

    [Fact]
    [Trait("Check", "KB-02")]
    public void ComeDue_Twice_SaysEachThingOnce()
    {
        var item = Drafted();
        var (from, until) = (s_now + Duration.FromDays(1), s_now + Duration.FromDays(2));
        item.Publish(s_ada, s_now, new KnowledgePeriod(from, until));

        item.ComeDue(from);
        item.CanComeDue(from).IsPermitted.Should().BeFalse();
        item.ComeDue(until + Duration.FromHours(1));

        item.PendingEvents.Select(e => e.Event).TakeLast(2).Should().Equal(
            new KnowledgeItemPublished(item.Id, item.Title, Audience.Internal, item.Language, 1, from),
            new KnowledgeItemExpired(item.Id, item.Title, until, until + Duration.FromHours(1)));
        (item.Status, item.ArchivedAt, item.Confidence).Should().Be((KnowledgeStatus.Archived, until, KnowledgeConfidence.Archived));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(null, 0)]
    [InlineData(null, -1)]
    [Trait("Check", "KB-02")]
    public void Publish_PeriodThatEndsTooEarly_IsRefusedAndChangesNothing(int? from, int until)
    {
        var item = Drafted();

        FluentActions.Invoking(() => item.Publish(s_ada, s_now, new KnowledgePeriod(from is { } days ? s_now + Duration.FromDays(days) : null, s_now + Duration.FromDays(until))))
            .Should().Throw<ArgumentException>();

        (item.Status, item.Version, item.PublishedVersion).Should().Be((KnowledgeStatus.Draft, 1L, null));
    }

    [Fact]
    [Trait("Check", "KB-02")]
    public void Publish_NextVersionOfWhatIsReadable_IsAtOnceAndKeepsItsEnd()
    {
        var item = Drafted();
        var until = s_now + Duration.FromDays(9);
        item.Publish(s_ada, s_now, new KnowledgePeriod(null, until));
        item.Revise(s_content with { Body = "Use citric acid." }, s_ada, s_now);

        item.CanPublish(s_ada, s_now, new KnowledgePeriod(s_now + Duration.FromDays(1))).Code.Should().Be("KnowledgeTransitionNotAllowed");
        item.Publish(s_ada, s_now);

        (item.Body, item.PublishedVersion, item.ExpiresAt, item.Next).Should().Be(("Use citric acid.", 2, until, null));
    }

    [Fact]
    [Trait("Check", "KB-04")]
    public void Revise_PublishedItem_LeavesWhatReadersSee()
    {
        var item = Drafted();
        item.Publish(s_ada, s_now);

        item.Revise(s_content with { Title = "Descaling", Body = "Use citric acid." }, s_bea, s_now, "Vinegar smells");

        (item.Title, item.Body, item.PublishedVersion, item.LatestVersion).Should().Be(("How to descale", "Use vinegar.", 1, 2));
        item.Latest.Title.Should().Be("Descaling");
        item.Written.Select(v => (v.Number, v.Content.Title, v.ActorId, v.Note)).Should().Equal((1, "How to descale", "ada", null), (2, "Descaling", "bea", "Vinegar smells"));
    }

    [Fact]
    public void Revise_PublishedItemWithoutBody_IsRefusedAndChangesNothing()
    {
        var item = Drafted();
        item.Publish(s_ada, s_now);

        FluentActions.Invoking(() => item.Revise(s_content with { Title = "Other", Body = "" }, s_ada, s_now)).Should().Throw<ArgumentException>();

        (item.Title, item.Body, item.Version, item.LatestVersion).Should().Be(("How to descale", "Use vinegar.", 2L, 1));
    }

    [Fact]
    [Trait("Check", "KB-04")]
    public void Restore_GivesBackWhatWasWrittenLast()
    {
        var item = Drafted();
        item.Publish(s_ada, s_now);
        item.Revise(s_content with { Title = "Descaling" }, s_ada, s_now);
        item.Archive(s_ada, s_now);

        item.Restore(s_ada, s_now);

        (item.Status, item.Title, item.PublishedVersion, item.PublishedAt, item.ArchivedAt).Should().Be((KnowledgeStatus.Draft, "Descaling", null, null, null));
    }

    [Fact]
    public void Replace_ArchivedItem_KeepsWhenItWasArchived()
    {
        var (item, better) = (Drafted(), Drafted());
        item.Publish(s_ada, s_now);
        item.Archive(s_ada, s_now + Duration.FromDays(1));

        item.Replace(better.Id, s_ada, s_now + Duration.FromDays(2));

        (item.ReplacedById, item.ArchivedAt, item.UpdatedAt).Should().Be((better.Id, s_now + Duration.FromDays(1), s_now + Duration.FromDays(2)));
        FluentActions.Invoking(() => item.Replace(item.Id, s_ada, s_now)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void File_SetsWhatIsNamedAndTakesTheRest()
    {
        var item = Drafted();
        var (one, two) = (KnowledgeItemId.New(s_now), KnowledgeItemId.New(s_now));
        item.File(new KnowledgeFiling { Tags = ["Lime  Scale", "lime scale", "KETTLE"], Related = [one, two] }, s_ada, s_now);
        var kept = item.Tags[1];

        item.File(new KnowledgeFiling { Tags = ["kettle"], Related = [two, one, two] }, s_ada, s_now);

        item.Tags.Should().ContainSingle().Which.Should().BeSameAs(kept);
        item.Related.OrderBy(r => r.Position).Select(r => r.RelatedId).Should().Equal(two, one);
    }

    [Fact]
    public void File_BadInput_IsRefusedAndChangesNothing()
    {
        var item = Drafted();
        foreach (var filing in new KnowledgeFiling[]
        {
            new() { Tags = [" "] }, new() { Tags = [new string('x', 65)] }, new() { Tags = ["a\nb"] }, new() { Related = [item.Id] }, new() { Related = [default] }, new() { Categories = [default] },
            new() { Tags = [.. Enumerable.Range(0, 51).Select(i => $"t{i}")] },
        })
        {
            FluentActions.Invoking(() => item.File(filing, s_ada, s_now)).Should().Throw<ArgumentException>();
        }

        (item.Version, item.Tags.Count).Should().Be((1L, 0));
    }

    [Fact]
    public void Detach_ThenAttach_GivesNoNumberTwice()
    {
        var item = Drafted();
        item.Attach(File("a.pdf"), s_ada, s_now);
        item.Attach(File("../../b.pdf"), s_ada, s_now);
        item.Detach(2, s_ada, s_now);
        item.Attach(File("c.pdf"), s_ada, s_now);

        item.Files.Select(f => (f.Number, f.Name)).Should().Equal((1, "a.pdf"), (3, "c.pdf"));
        item.CanDetach(2, s_ada, s_now).Code.Should().Be("KnowledgeFileNotFound");
    }

    [Fact]
    public void PartOfAManual_IsNoManual()
    {
        var (manual, part) = (Drafted(s_content with { Kind = KnowledgeKind.Manual }), Drafted());
        part.BePart(manual.Id, 1, s_ada, s_now);

        manual.CanBePart(s_ada, s_now).Code.Should().Be("KnowledgePartIsManual");
        FluentActions.Invoking(() => part.Revise(s_content with { Kind = KnowledgeKind.Manual }, s_ada, s_now)).Should().Throw<ArgumentException>();
        part.BePart(null, 0, s_ada, s_now);
        part.Revise(s_content with { Kind = KnowledgeKind.Manual }, s_ada, s_now);
        (part.PartOfId, part.PartPosition, part.Kind).Should().Be((null, null, KnowledgeKind.Manual));
    }

    [Fact]
    [Trait("Check", "KB-06")]
    public void TranslatedVersion_IsForTranslationsOnlyAndIsPublishedWithTheText()
    {
        FluentActions.Invoking(() => Drafted(s_content with { TranslatedVersion = 1 })).Should().Throw<ArgumentException>();
        var translation = new KnowledgeItem(
            KnowledgeItemId.New(s_now), s_content with { Language = LanguageTag.Parse("it"), TranslatedVersion = 1 }, Audience.Public, s_ada, s_now, new KnowledgeOrigin { TranslationOf = KnowledgeItemId.New(s_now) });
        translation.Publish(s_ada, s_now);

        translation.Revise(translation.Latest with { Body = "Acido citrico.", TranslatedVersion = 2 }, s_ada, s_now);

        translation.TranslatedVersion.Should().Be(1, "its readers still read what was made from the first version");
        translation.Publish(s_ada, s_now);
        translation.TranslatedVersion.Should().Be(2);
    }

    private static AttachedFile File(string name) => new(name, "application/pdf", 12, new string('A', 64), "key");

    private static KnowledgeItem Drafted(KnowledgeContent? content = null) => new(KnowledgeItemId.New(s_now), content ?? s_content, Audience.Internal, s_ada, s_now);
}
