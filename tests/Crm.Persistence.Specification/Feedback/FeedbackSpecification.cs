using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Feedback;

/// <summary>What becomes of answers: follow-ups, roll-ups, criteria, the unified view, merges and erasure.</summary>
public abstract class FeedbackSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Scores = 4_000;

    [SkippableTheory]
    [InlineData(LowScoreFollowUp.Task)]
    [InlineData(LowScoreFollowUp.Case)]
    [InlineData(LowScoreFollowUp.Nothing)]
    [Trait("Check", "FB-05")]
    public async Task LowScore_BecomesATaskOrCaseWithADeadline_Once(LowScoreFollowUp kind)
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync, SurveyStory.Usual with { LowScore = kind, FollowUpHours = 8, LocksRatedCase = false });
        var anna = await RegisterAsync(host);
        var rated = await host.ResolvedAsync(anna);
        var answeredAt = host.Clock.Now;
        var invitation = (await host.AnswerAsync(sender.LastToken, SurveyReply.Score("recommend", 6), SurveyReply.Words("why", "It broke again."))).Value;
        host.Clock.Now += Duration.FromHours(1);
        await host.DispatchAsync();
        await host.DispatchAsync();

        await using var work = host.Work();
        var tasks = await work.Context.Set<Activity>().ToListAsync();
        var cases = (await work.Desk.ListAsync(new CaseCriteria { CustomerId = anna })).Items.Where(c => c.Id != rated).ToList();
        var found = (await work.Get<SurveyDesk>().FindAsync(invitation))!;
        found.IsLow.Should().BeTrue();
        if (kind == LowScoreFollowUp.Nothing)
        {
            (tasks.Count, cases.Count, found.FollowUpId).Should().Be((0, 0, null));
            return;
        }

        var task = tasks.Should().ContainSingle().Which;
        (task.PlannedAt, task.TeamId, task.CustomerId, task.Priority).Should().Be((answeredAt + Duration.FromHours(8), "care", anna, ActivityPriority.High));
        task.Subject.Should().Be("service: recommend 6");
        if (kind == LowScoreFollowUp.Task)
        {
            cases.Should().BeEmpty();
            (task.About, found.FollowUpKind, found.FollowUpId).Should().Be((rated.ToSubject(), SubjectKinds.Activity, task.Id.Value));
        }
        else
        {
            var opened = (await work.Desk.FindAsync(cases.Should().ContainSingle().Which.Id))!;
            (opened.Type, opened.Priority, opened.Sku, opened.Messages.Single().Body).Should().Be(("complaint", CasePriority.High, "kettle", "It broke again."));
            (task.About, found.FollowUpKind, found.FollowUpId).Should().Be((opened.Id.ToSubject(), SubjectKinds.Case, opened.Id.Value));
        }

        (await work.History.TimelineAsync(anna.ToSubject())).Items.Should().ContainSingle(e => e.Kind == "low-score-followed-up");
        found.CanFollowUp().Code.Should().Be("SurveyFollowUpDone");
    }

    [SkippableFact]
    [Trait("Check", "FB-05")]
    public async Task Complaint_IsACaseWithACategory()
    {
        var (host, _) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await using var work = host.Work();
        var filed = (await work.Get<Complaints>().FileAsync(new ComplaintDetails(anna, "delivery", "Late again") { Description = "Two weeks.", Sku = "kettle" })).Value;
        await work.SaveAsync();
        var opened = (await work.Desk.FindAsync(filed))!;
        (opened.Type, opened.Priority, opened.Subject).Should().Be(("complaint.delivery", CasePriority.High, "Late again"));
        (await work.Get<Complaints>().FileAsync(new ComplaintDetails(anna, "weather", "Rain"))).Errors.Single().Code.Should().Be("ComplaintCategoryUnknown");
        (await work.Get<Complaints>().FileAsync(new ComplaintDetails(CustomerId.New(host.Clock.Now), "delivery", "Whose?"))).Errors.Single().Code.Should().Be("CustomerNotFound");
    }

    [SkippableFact]
    [Trait("Check", "FB-06")]
    public async Task Scores_RollUp_ByEveryDimension()
    {
        var (host, _) = await SurveyStory.OpenAsync(HostAsync);
        var (anna, bea) = (await RegisterAsync(host), await RegisterAsync(host));
        await GiveAsync(host, anna, "kettle", "ada", Channels.Email, 10, 7);
        await GiveAsync(host, anna, "kettle", "ada", Channels.Phone, 9, 5);
        host.Clock.Now = Instant.FromUtc(2026, 7, 31, 23, 59);
        await GiveAsync(host, bea, "teapot", "bob", Channels.Email, 0, null);
        host.Clock.Now = Instant.FromUtc(2026, 8, 1, 0, 0);
        await GiveAsync(host, bea, null, null, null, 8, null);
        await using var work = host.Work();

        (await RowsAsync(work, ScoreDimension.Total)).Should().Equal((null, ScoreKind.Nps, 4, 25), (null, ScoreKind.Ces, 2, 6));
        (await RowsAsync(work, ScoreDimension.Customer, ScoreKind.Nps)).Should().BeEquivalentTo([(anna.ToString(), ScoreKind.Nps, 2, 100), (bea.ToString(), ScoreKind.Nps, 2, -50)]);
        (await RowsAsync(work, ScoreDimension.Product)).Should().Equal(("kettle", ScoreKind.Ces, 2, 6), ("kettle", ScoreKind.Nps, 2, 100), ("teapot", ScoreKind.Nps, 1, -100));
        (await RowsAsync(work, ScoreDimension.Agent, ScoreKind.Nps)).Should().Equal(("ada", ScoreKind.Nps, 2, 100), ("bob", ScoreKind.Nps, 1, -100));
        (await RowsAsync(work, ScoreDimension.Channel, ScoreKind.Nps)).Should().Equal(("email", ScoreKind.Nps, 2, 0), ("phone", ScoreKind.Nps, 1, 100));
        (await RowsAsync(work, ScoreDimension.Survey, ScoreKind.Nps)).Should().Equal((SurveyStory.Survey, ScoreKind.Nps, 4, 25));
        (await RowsAsync(work, ScoreDimension.Month, ScoreKind.Nps)).Should().Equal(("2026-06-01", ScoreKind.Nps, 2, 100), ("2026-07-01", ScoreKind.Nps, 1, -100), ("2026-08-01", ScoreKind.Nps, 1, 0));
        (await RowsAsync(work, ScoreDimension.Quarter, ScoreKind.Nps)).Should().Equal(("2026-04-01", ScoreKind.Nps, 2, 100), ("2026-07-01", ScoreKind.Nps, 2, -50));
        (await RowsAsync(work, ScoreDimension.Year, ScoreKind.Nps)).Should().Equal(("2026-01-01", ScoreKind.Nps, 4, 25));

        var few = (await work.Get<FeedbackReports>().ScoresAsync(ScoreDimension.Total, new ScoreCriteria { Kind = ScoreKind.Nps })).Value.Single().Score;
        (few.Count, few.IsSufficient, few.Value).Should().Be((4, false, null));
        (await work.Get<FeedbackReports>().ScoresAsync(ScoreDimension.Customer, new ScoreCriteria { Take = 1, CustomerId = bea, From = host.Clock.Now, MinimumCount = 1 })).Value.Single().Score.Value.Should().Be(0);
        (await work.Get<FeedbackReports>().ScoresAsync(ScoreDimension.Total, new ScoreCriteria { Take = 0 })).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [SkippableFact]
    [Trait("Check", "FB-06")]
    public async Task LastScores_FeedCriteriaAndTheUnifiedView_AndFollowMerges()
    {
        var (host, _) = await SurveyStory.OpenAsync(HostAsync);
        var (anna, bea) = (await RegisterAsync(host), await RegisterAsync(host));
        await GiveAsync(host, anna, "kettle", "ada", Channels.Email, 9, 7);
        host.Clock.Now += Duration.FromDays(1);
        await GiveAsync(host, anna, "kettle", "ada", Channels.Email, 3, null);
        await GiveAsync(host, bea, "kettle", "ada", Channels.Email, 10, null);
        await using (var work = host.Work())
        {
            (await MatchingAsync(work, new Condition("lastScore.nps", CriteriaOperators.LessOrEqual, 6))).Should().Equal(anna);
            (await MatchingAsync(work, new Condition("lastScore.ces", CriteriaOperators.GreaterOrEqual, 100))).Should().Equal(anna);
            (await MatchingAsync(work, new Condition("feedback.count", CriteriaOperators.GreaterThan, 1))).Should().Equal(anna);
            (await MatchingAsync(work, new Condition("feedback.exists", CriteriaOperators.Equal, true))).Should().BeEquivalentTo([anna, bea]);
            var seen = (await work.Get<CustomerOverviews>().FindAsync(anna))!.Feedback!;
            (seen.Nps, seen.Csat, seen.Ces, seen.AnsweredAt).Should().Be((3m, null, 100m, host.Clock.Now));
            (await work.Merger.MergeAsync(anna, bea)).Errors.Should().BeEmpty();
            await work.SaveAsync();
        }

        await host.DispatchAsync();
        await using var after = host.Work();
        (await after.Get<SurveyDesk>().ListAsync(anna)).Items.Should().HaveCount(3);
        (await after.Context.Set<FeedbackScore>().CountAsync(s => s.CustomerId == anna)).Should().Be(4);
        (await after.Get<FeedbackReports>().LastAsync(anna))!.InvitedAt.Should().Be(host.Clock.Now);
        (await after.Get<FeedbackReports>().LastAsync(bea)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Erasure_TakesWordsAndTokens_AndKeepsNumbers()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await host.ResolvedAsync(anna);
        (await host.AnswerAsync(sender.LastToken, SurveyReply.Score("recommend", 9), SurveyReply.Words("why", "My name is Anna and I live in Via Roma."))).Succeeded.Should().BeTrue();
        await host.DispatchAsync();
        await host.ResolvedAsync(anna, "Another");
        await using (var work = host.Work())
        {
            var export = (await work.Get<PrivacyOffice>().ExportAsync(anna)).Value;
            export.ToString().Should().NotBeNull();
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).Errors.Should().BeEmpty();
            await work.UnitOfWork.SaveAsync();
        }

        await using var after = host.Work();
        (await TableContents.ReadAsync(after.Context)).SelectMany(t => t.Value).Should().NotContain(row => row.Contains("Via Roma", StringComparison.Ordinal));
        (await after.Context.Set<FeedbackScore>().SingleAsync()).Value.Should().Be(9);
        (await after.Context.Set<CustomerFeedback>().CountAsync()).Should().Be(0);
        (await after.Context.Set<SurveyToken>().CountAsync()).Should().Be(0);
        (await host.AnswerAsync(sender.LastToken, SurveyReply.Score("recommend", 1))).Errors.Single().Code.Should().Be("SurveyTokenUnknown");
    }

    [SkippableFact]
    [Trait("Check", "FB-06")]
    public async Task Reports_OfManyScores_SeekByIndex()
    {
        var seen = new SeenCommands();
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync, also: s => s.Options = o => o.AddInterceptors(seen));
        var anna = await RegisterAsync(host);
        await host.ResolvedAsync(anna);
        await GiveAsync(host, anna, "kettle", "ada", Channels.Email, 9, null);
        await using var work = host.Work();
        await FillAsync(work);
        var reports = work.Get<FeedbackReports>();

        var plans = new QueryPlans(seen, "crm_feedback_scores");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { CustomerId = anna });
        plans.ShouldSeek("of a customer", "ix_feedback_scores_customer");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { Sku = "kettle" });
        plans.ShouldSeek("of a product", "ix_feedback_scores_product");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { AgentId = "ada" });
        plans.ShouldSeek("of an agent", "ix_feedback_scores_agent");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { Channel = Channels.Email });
        plans.ShouldSeek("of a channel", "ix_feedback_scores_channel");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { Survey = SurveyStory.Survey });
        plans.ShouldSeek("of a survey", "ix_feedback_scores_survey");
        await reports.ScoresAsync(ScoreDimension.Month, new ScoreCriteria { From = host.Clock.Now + Duration.FromDays(1) });
        plans.ShouldSeek("of a period", "ix_feedback_scores_at");
        var invitations = new QueryPlans(seen, "crm_survey_invitations");
        await work.Get<SurveyDesk>().ListAsync(anna, new PageRequest { Take = 5 });
        invitations.ShouldUse("of a customer", "ix_survey_invitations_customer");
        await work.Get<SurveyReminders>().NextDueAsync();
        invitations.ShouldUse("due", "ix_survey_invitations_due");
        var tokens = new QueryPlans(seen, "crm_survey_tokens");
        (await work.Get<SurveyAnswers>().ReadAsync(sender.LastToken)).Should().NotBeNull();
        tokens.ShouldUse("by token", "ux_survey_tokens_hash");
    }

    private static async Task FillAsync(CrmWork<SpecificationContext> work)
    {
        var context = work.Context;
        var isSqlite = context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        var id = isSqlite ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))" : "gen_random_uuid()";
#pragma warning disable RS0030, EF1002 // Names and numbers of this test alone.
        await InsertAsync("crm_survey_invitations", typeof(SurveyInvitation), c => c switch { "Id" or "AboutId" => id, "CustomerId" => "i.\"CustomerId\"", _ => null });
        await InsertAsync("crm_feedback_scores", typeof(FeedbackScore), c => c switch
        {
            "Question" => "'q' || n", "CustomerId" => id, "Sku" => "'sku-' || n", "AgentId" => "'agent-' || n", "Channel" => "'channel-' || n", "SurveyKey" => "'survey-' || n", _ => null,
        });
        await InsertAsync("crm_survey_tokens", typeof(SurveyToken), c => c == "Hash" ? "'hash-' || n" : null);
        await context.Database.ExecuteSqlRawAsync("analyze");
        context.ChangeTracker.Clear();

        async Task InsertAsync(string table, Type type, Func<string, string?> value)
        {
            var columns = context.Model.FindEntityType(type)!.GetProperties().Select(p => p.GetColumnName()).ToList();
            await context.Database.ExecuteSqlRawAsync($"""
                insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
                with recursive series(n) as (select 1 union all select n + 1 from series where n < {Scores})
                select {string.Join(", ", columns.Select(c => value(c) ?? $"i.\"{c}\""))} from (select * from {table} limit 1) i, series
                """);
        }
#pragma warning restore RS0030, EF1002
    }

    private static async Task<IReadOnlyList<(string?, ScoreKind, int, int)>> RowsAsync(CrmWork<SpecificationContext> work, ScoreDimension dimension, ScoreKind? kind = null) =>
        [.. (await work.Get<FeedbackReports>().ScoresAsync(dimension, new ScoreCriteria { Kind = kind, MinimumCount = 1 })).Value
            .Select(r => (r.Key, r.Score.Measure.Kind, r.Score.Count, (int)Math.Round(r.Score.Value!.Value)))];

    private static async Task<IReadOnlyList<CustomerId>> MatchingAsync(CrmWork<SpecificationContext> work, Criterion criterion) =>
        [.. (await work.Get<CustomerSegments>().ListAsync(criterion)).Value.Items.Select(c => c.Id)];

    private static async Task GiveAsync(CrmTestHost<SpecificationContext> host, CustomerId customer, string? sku, string? agent, ChannelKey? channel, int recommend, int? easy)
    {
        string token;
        await using (var work = host.Work())
        {
            token = (await work.Get<SurveyDesk>().InviteAsync(new SurveyRequest(SurveyStory.Survey, customer) { Sku = sku, AgentId = agent, Channel = channel })).Value.Token;
            await work.SaveAsync();
        }

        (await host.AnswerAsync(token, [SurveyReply.Score("recommend", recommend), .. easy is { } points ? [SurveyReply.Score("easy", points)] : Array.Empty<SurveyReply>()])).Succeeded.Should().BeTrue();
        await host.DispatchAsync();
    }

    private static async Task<CustomerId> RegisterAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.RegisterAsync(Known.Anna with { References = [] });
    }
}
