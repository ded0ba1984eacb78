using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Domain.Knowledge.KnowledgeStatus;

namespace Crm.Domain.Tests.Knowledge.Items;

/// <summary>Random acts by random writers at random times move an item as a plain model says, and nowhere else.</summary>
[Trait("Check", "KB-01")]
[Trait("Check", "KB-02")]
[Trait("Check", "KB-03")]
public class KnowledgeItemMachineTests
{
    private const int Runs = 1_000;

    private static readonly Instant s_start = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    [Fact]
    public void RandomActs_MoveAsTheModelSaysAndNowhereElse()
    {
        var acts = 0;
        var runs = Gen.Choose(0, int.MaxValue - 1).ListOf().ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(runs, run => { acts += Run([.. run]); }));
        acts.Should().BeGreaterThan(10_000, "many acts were tried");
    }

    private static int Run(List<int> run)
    {
        var (item, model, now, version) = (new KnowledgeItem(KnowledgeItemId.New(s_start), s_content, Audience.Internal, new("ada", KnowledgeLicence.Publisher), s_start), new KnowledgeItemModel(), s_start, 1L);
        foreach (var dice in run)
        {
            now += Duration.FromMinutes(dice % 90);
            var step = StepOf(dice / 90, item, model, now);
            var ruling = step.Ruling();
            ruling.IsPermitted.Should().Be(step.May, "{0} in {1} of {2} at {3}", step.Name, model.At(now), model.Trust, now);
            if (step.May)
            {
                step.Do();
                step.Then();
                version++;
            }
            else
            {
                FluentActions.Invoking(step.Do).Should().Throw<CrmRuleException>().Which.Code.Should().Be(ruling.Code);
            }

            Agree(item, model, now, step.Name);
            item.Version.Should().Be(version);
            item.PendingEvents.Should().HaveCount((int)version);
        }

        return run.Count;
    }

    private static void Agree(KnowledgeItem item, KnowledgeItemModel model, Instant now, string after)
    {
        item.StatusAt(now).Should().Be(model.At(now), after);
        item.Confidence.Should().Be(model.Trust, after);
        (item.Next is not null, item.ReviewRequestedAt is not null).Should().Be((model.HasNext, model.IsReviewed), after);
        (item.LatestVersion, item.Written.Count, item.ReusesOfVersion).Should().Be((model.Versions, model.Versions, model.Reuses), after);

        // What is stored says the same to a reader who knows the clock alone.
        var isReadable = item.ArchivedAt is null && item.PublishedAt <= now && !(item.ExpiresAt <= now);
        isReadable.Should().Be(item.StatusAt(now) == Published, after);
        if (isReadable)
        {
            item.Body.Should().NotBeEmpty();
            item.PublishedVersion.Should().BeInRange(1, item.LatestVersion);
        }
    }

    private static Step StepOf(int dice, KnowledgeItem item, KnowledgeItemModel m, Instant now)
    {
        var (kind, writer, licence, flag) = (dice % 14, dice / 14 % 2 == 0 ? "ada" : "bea", dice / 28 % 3, dice / 84 % 4);
        var by = new KnowledgeAuthor(writer, (KnowledgeLicence)licence);
        var status = m.At(now);
        bool Can(string work) => licence >= m.Needed(work);
        switch (kind)
        {
            case 0:
                // Only what nobody can read yet may be emptied.
                var isEmpty = flag == 0 && m.From is null;
                return new("revise", status != Archived && Can("write"), () => item.CanRevise(by, now), () => item.Revise(s_content with { Body = isEmpty ? " " : "Citric acid." }, by, now), () =>
                {
                    m.Versions++;
                    (m.Writer, m.IsReviewed, m.IsEmpty) = (writer, false, isEmpty);
                    m.Stands = m.Stands == KnowledgeItemModel.Place.Review ? KnowledgeItemModel.Place.Desk : m.Stands;
                    if (m.From is null)
                    {
                        m.Doubt(licence);
                    }
                    else
                    {
                        m.HasNext = true;
                    }
                });
            case 1:
                return new("ask for a review", (status == Draft || (m.HasNext && !m.IsReviewed && status != Archived)) && !m.IsEmpty && Can("write"), () => item.CanRequestReview(by, now), () => item.RequestReview(by, now), () =>
                    (m.IsReviewed, m.Stands) = (true, m.Stands == KnowledgeItemModel.Place.Desk ? KnowledgeItemModel.Place.Review : m.Stands));
            case 2:
                return new("return", status != Archived && (m.IsReviewed || status == Scheduled) && Can("write"), () => item.CanReturn(by, now), () => item.Return(by, now), () =>
                {
                    if (!m.IsReviewed)
                    {
                        m.TakeBack();
                    }

                    (m.IsReviewed, m.Stands) = (false, m.Stands == KnowledgeItemModel.Place.Review ? KnowledgeItemModel.Place.Desk : m.Stands);
                });
            case 3 or 4:
                var period = flag switch { 0 => null, 1 => new KnowledgePeriod(now + Duration.FromHours(1)), 2 => new KnowledgePeriod(null, now + Duration.FromHours(2)), _ => new(now + Duration.FromHours(1), now + Duration.FromHours(3)) };
                var isAhead = flag is 1 or 3;
                var isChecked = !m.IsStrict || (status == Scheduled && !m.HasNext) || (m.IsReviewed && m.Writer != writer);
                return new("publish", status != Archived && (status != Published || (m.HasNext && !isAhead)) && !m.IsEmpty && Can("publish") && isChecked, () => item.CanPublish(by, now, period), () => item.Publish(by, now, period), () =>
                {
                    if (m.HasNext)
                    {
                        m.Doubt(licence);
                    }
                    else if (m.Trust == KnowledgeConfidence.WorkInProgress)
                    {
                        m.Trust = KnowledgeConfidence.NotValidated;
                    }

                    m.Until = period?.Until ?? (status == Published ? m.Until : null);
                    (m.Stands, m.From, m.HasNext, m.IsReviewed) = (KnowledgeItemModel.Place.Out, isAhead ? period!.From : now, false, false);
                });
            case 5:
                var until = flag == 0 ? (Instant?)null : Instant.Max(now, m.From ?? now) + Duration.FromHours(flag);
                return new("limit", status is Published or Scheduled && Can("archive"), () => item.CanLimit(by, now), () => item.Limit(until, by, now), () => m.Until = until);
            case 6:
                return new("come due", m.Stands == KnowledgeItemModel.Place.Out && item.Status != status, () => item.CanComeDue(now), () => item.ComeDue(now), () =>
                {
                    if (status == Archived)
                    {
                        PutAway();
                    }
                });
            case 7:
                return new("archive", status == Published && Can("archive"), () => item.CanArchive(by, now), () => item.Archive(by, now), PutAway);
            case 8:
                return new("discard", status is Draft or InReview or Scheduled && Can("write"), () => item.CanDiscard(by, now), () => item.Discard(by, now), PutAway);
            case 9:
                return new("replace", status is Published or Archived && Can("archive"), () => item.CanReplace(by, now), () => item.Replace(KnowledgeItemId.New(now), by, now), PutAway);
            case 10:
                return new("restore", status == Archived && Can("archive"), () => item.CanRestore(by, now), () => item.Restore(by, now), () =>
                {
                    m.TakeBack();
                    (m.IsReviewed, m.Reuses, m.Trust) = (false, 0, m.IsEmpty ? KnowledgeConfidence.WorkInProgress : KnowledgeConfidence.NotValidated);
                });
            case 11:
                var audience = flag switch { 0 or 1 => Audience.Internal, 2 => Audience.Customer, _ => Audience.Public };
                var wanted = m.IsStrict || audience != Audience.Internal ? 2 : 1;
                return new("change the audience", status != Archived && licence >= Math.Max(m.Needed("audience"), wanted), () => item.CanChangeAudience(audience, by, now), () => item.ChangeAudience(audience, by, now), () => m.Audience = audience);
            case 12:
                return flag < 2
                    ? new("govern", status != Archived && licence == 2, () => item.CanGovern(by, now), () => item.Govern((KnowledgeGovernance)flag, by, now), () => m.IsStrict = flag == 1)
                    : new("reuse", status != Archived, () => item.CanReuse(now), () => item.Reused(2, now), () =>
                    {
                        m.Reuses++;
                        m.Trust = m.Trust == KnowledgeConfidence.NotValidated && !m.IsStrict && m.Reuses >= 2 ? KnowledgeConfidence.Validated : m.Trust;
                    });
            default:
                var trust = (KnowledgeConfidence)flag;
                var isKnown = trust != m.Trust && trust != KnowledgeConfidence.Archived && (trust != KnowledgeConfidence.WorkInProgress || m.From is null);
                var isAnswered = trust == KnowledgeConfidence.WorkInProgress || m.From is not null || !m.IsEmpty;
                return new("trust", status != Archived && isKnown && isAnswered && Can(trust == KnowledgeConfidence.Validated ? "validate" : "write"), () => item.CanTrust(trust, by, now), () => item.Trust(trust, by, now), () =>
                    (m.Trust, m.Reuses) = (trust, trust == KnowledgeConfidence.Validated ? m.Reuses : 0));
        }

        void PutAway() => (m.Stands, m.Trust, m.IsReviewed) = (KnowledgeItemModel.Place.Away, KnowledgeConfidence.Archived, false);
    }

    private sealed record Step(string Name, bool May, Func<CrmRuling> Ruling, Action Do, Action Then);
}
