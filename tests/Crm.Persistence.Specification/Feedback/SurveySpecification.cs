using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Feedback;

/// <summary>Surveys in the database: asked once, answered once, and tokens that nobody guesses or finds.</summary>
public abstract class SurveySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "FB-01")]
    [Trait("Check", "FB-04")]
    public async Task Case_Resolved_IsAskedAboutOnce_AndLockedWhenItIsRated()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        var id = await host.ResolvedAsync(anna);
        sender.Sent.Should().ContainSingle().Which.Subject.Should().Be("How was it?");
        sender.Sent[0].Html.Should().Contain(sender.LastToken);

        await using (var work = host.Work())
        {
            (await work.Desk.ReopenAsync(id)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Desk.ResolveAsync(id, "Mended again.")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.DispatchAsync();
        sender.Sent.Should().ContainSingle("each case is asked about once");

        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            var open = (await guest.Get<SurveyAnswers>().ReadAsync(sender.LastToken, LanguageTag.Parse("it")))!;
            (open.Title, open.Questions[0].Text, open.Questions[1].Text, open.Questions[0].Minimum, open.Questions[0].Maximum).Should().Be(("Com'è andata?", "Ci consiglierebbe?", "How easy was it?", 0, 10));
            (await guest.Get<SurveyAnswers>().AnswerAsync(sender.LastToken, [SurveyReply.Words("why", "no score")])).Errors.Single().Code.Should().Be("SurveyAnswerMissing");
        }

        var answered = (await host.AnswerAsync(sender.LastToken, SurveyReply.Score("recommend", 9), SurveyReply.Words("why", "Quick."))).Value;
        await host.DispatchAsync();
        await using var after = host.Work();
        var invitation = (await after.Get<SurveyDesk>().FindAsync(answered))!;
        (invitation.Status, invitation.About, invitation.Sku, invitation.AgentId, invitation.Channel, invitation.IsLow, invitation.FollowUpId).Should().Be((SurveyInvitationStatus.Answered, id.ToSubject(), "kettle", "ada", Channels.Email, false, null));
        (await after.Desk.FindAsync(id))!.LockedAt.Should().NotBeNull();
        (await after.History.TimelineAsync(anna.ToSubject())).Items.Should().Contain(e => e.Kind == "survey-answered" && e.Text == "service: recommend 9").And.Contain(e => e.Kind == "survey-invited");

        var taken = (await after.Desk.ReceiveAsync(id, "One more thing.", "Anna")).Value;
        await after.SaveAsync();
        (taken.Id == id, taken.FollowUpOfId).Should().Be((false, id), "a rated case takes no more messages of its customer");
        (await after.Desk.ReopenAsync(id)).Value.LockedAt.Should().BeNull("staff opens it again");
    }

    [SkippableFact]
    [Trait("Check", "FB-04")]
    public async Task Case_MergedUnresolvedOrOpenAgain_IsNotAskedAbout()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await using (var work = host.Work())
        {
            var (source, target, back) = ((await work.Desk.OpenAsync(new CaseDetails(anna, "Twice"))).Value, (await work.Desk.OpenAsync(new CaseDetails(anna, "Once"))).Value, (await work.Desk.OpenAsync(new CaseDetails(anna, "Back"))).Value);
            await work.SaveAsync();
            (await work.Get<CaseMerger>().MergeAsync(source.Id, target.Id)).WithoutValue().ThrowIfFailed();
            (await work.Desk.ResolveAsync(back.Id, "Mended.")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Desk.ReopenAsync(back.Id)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.DispatchAsync();
        sender.Sent.Should().BeEmpty();
        await using var after = host.Work();
        (await after.Context.Set<SurveyInvitation>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "FB-01")]
    public async Task Customers_AreNotAskedTooOften_NorWithoutPermission()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync, daysBetween: 30);
        var (anna, mute) = (await RegisterAsync(host), await RegisterAsync(host, new NewCustomer { Name = new PersonName("No", "Address") }));
        await host.ResolvedAsync(anna);
        await host.ResolvedAsync(anna, "Another");
        await host.ResolvedAsync(mute);
        sender.Sent.Should().ContainSingle("thirty days lie between two invitations, and nobody is asked who cannot be reached");
        await using (var work = host.Work())
        {
            (await work.Get<SurveyDesk>().InviteAsync(new SurveyRequest(SurveyStory.Survey, anna))).Errors.Single().Code.Should().Be("SurveyAskedLately");
        }

        host.Clock.Now += Duration.FromDays(30);
        await host.ResolvedAsync(anna, "A third");
        sender.Sent.Should().HaveCount(2);
    }

    [SkippableFact]
    [Trait("Check", "FB-01")]
    public async Task Invite_TwiceAtTheSameTime_IsOneInvitation()
    {
        var (host, _) = await SurveyStory.OpenAsync(HostAsync, daysBetween: 30);
        var anna = await RegisterAsync(host);
        await using (var one = host.Work())
        await using (var other = host.Work())
        {
            (await one.Get<SurveyDesk>().InviteAsync(new SurveyRequest(SurveyStory.Survey, anna))).Succeeded.Should().BeTrue();
            (await other.Get<SurveyDesk>().InviteAsync(new SurveyRequest(SurveyStory.Survey, anna))).Succeeded.Should().BeTrue();
            (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await other.UnitOfWork.SaveAsync()).Errors.Should().NotBeEmpty().And.OnlyContain(e => e.Code == "AlreadyExists" || e.Code == "VersionConflict");
        }

        await using var after = host.Work();
        (await after.Get<SurveyDesk>().ListAsync(anna)).Items.Should().ContainSingle();
    }

    [SkippableFact]
    [Trait("Check", "FB-01")]
    public async Task Reminder_ComesOnce_WithAnotherToken_AndThenItExpires()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await host.ResolvedAsync(anna);
        var first = sender.LastToken;
        (await RunAsync(host)).Should().Be(0);
        host.Clock.Now += Duration.FromDays(7);
        (await RunAsync(host)).Should().Be(1);
        (await RunAsync(host)).Should().Be(0, "once");
        await host.DispatchAsync();
        var second = sender.LastToken;
        (sender.Sent.Count, first == second).Should().Be((2, false));
        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            (await guest.Get<SurveyAnswers>().ReadAsync(first))!.InvitationId.Should().Be((await guest.Get<SurveyAnswers>().ReadAsync(second))!.InvitationId);
        }

        host.Clock.Now += Duration.FromDays(23);
        (await host.AnswerAsync(second, SurveyReply.Score("recommend", 9))).Errors.Single().Code.Should().Be("SurveyTokenUnknown", "its time is over, whether anybody noted it or not");
        (await RunAsync(host)).Should().Be(1);
        await using var after = host.Work();
        (await after.Get<SurveyDesk>().ListAsync(anna)).Items.Single().Status.Should().Be(SurveyInvitationStatus.Expired);
        (await after.Get<SurveyReminders>().NextDueAsync()).Should().BeNull();
        (await after.Context.Set<SurveyToken>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "FB-01")]
    public async Task Answer_TwiceAtTheSameTime_HasOneWinner()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        await host.ResolvedAsync(await RegisterAsync(host));
        await using (var one = host.Work(new CrmScope(Actor.Guest)))
        await using (var other = host.Work(new CrmScope(Actor.Guest)))
        {
            (await one.Get<SurveyAnswers>().AnswerAsync(sender.LastToken, [SurveyReply.Score("recommend", 10)])).Succeeded.Should().BeTrue();
            (await other.Get<SurveyAnswers>().AnswerAsync(sender.LastToken, [SurveyReply.Score("recommend", 0)])).Succeeded.Should().BeTrue();
            (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await other.UnitOfWork.SaveAsync()).Errors.Should().NotBeEmpty().And.OnlyContain(e => e.Code == "VersionConflict" || e.Code == "AlreadyExists");
        }

        await using var after = host.Work();
        (await after.Context.Set<FeedbackScore>().SingleAsync()).Value.Should().Be(10);
    }

    [SkippableFact]
    public async Task AttackCase3_UnknownUsedExpiredAndWithdrawnTokens_AreAnsweredAlike()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        await host.ResolvedAsync(await RegisterAsync(host));
        var used = sender.LastToken;
        (await host.AnswerAsync(used, SurveyReply.Score("recommend", 9))).Succeeded.Should().BeTrue();
        await using var work = host.Work();
        var withdrawn = await InviteAsync(work, await RegisterAsync(host));
        (await work.Get<SurveyDesk>().WithdrawAsync(withdrawn.Invitation.Id)).Succeeded.Should().BeTrue();
        var expired = await InviteAsync(work, await RegisterAsync(host));
        await work.SaveAsync();
        host.Clock.Now += Duration.FromDays(30);

        foreach (var token in new[] { used, withdrawn.Token, expired.Token, "", "x", new string('A', 43), used[..^1], used + "A", new string('A', 42) + "\0" })
        {
            (await host.AnswerAsync(token, SurveyReply.Score("recommend", 0))).Errors.Should().Equal([new CrmError("SurveyTokenUnknown", "This link opens no survey.", "token")], "{0}", token);
            await using var guest = host.Work(new CrmScope(Actor.Guest));
            (await guest.Get<SurveyAnswers>().ReadAsync(token)).Should().BeNull();
        }

        (await work.Context.Set<FeedbackScore>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task AttackCase20_Tokens_AreOf256Bits_AndStandNowhereInTheDatabase()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await host.ResolvedAsync(anna);
        await using var work = host.Work();
        var issued = await InviteAsync(work, anna);
        foreach (var token in new[] { sender.LastToken, issued.Token })
        {
            System.Buffers.Text.Base64Url.DecodeFromChars(token).Should().HaveCount(32);
            (await TableContents.ReadAsync(work.Context)).SelectMany(t => t.Value).Should().NotContain(row => row.Contains(token, StringComparison.Ordinal));
        }

        (await work.Context.Set<OutboundMessage>().SingleAsync()).Text.Should().Contain("survey-token-", "a mark stands in its place");
        (await work.Context.Set<SurveyToken>().CountAsync()).Should().Be(2);
    }

    [SkippableFact]
    public async Task AttackCase21_Tokens_FollowFromNoIds_AndDieWithTheirInvitation()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var anna = await RegisterAsync(host);
        await host.ResolvedAsync(anna);
        await using (var work = host.Work())
        {
            // Another key makes other tokens of the same ids; what is out stays good, since only its hash is asked.
            var other = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Crm = o => o.Feedback.TokenKey = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
            other.Clock.Now = host.Clock.Now;
            await using var guest = other.Work(new CrmScope(Actor.Guest));
            (await guest.Get<SurveyAnswers>().ReadAsync(sender.LastToken)).Should().NotBeNull();
            var invitation = (await work.Get<SurveyDesk>().ListAsync(anna)).Items.Single().Id;
            (await guest.Get<SurveyAnswers>().ReadAsync(Guess(invitation))).Should().BeNull();
            (await work.Get<SurveyDesk>().WithdrawAsync(invitation)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using var after = host.Work(new CrmScope(Actor.Guest));
        (await after.Get<SurveyAnswers>().ReadAsync(sender.LastToken)).Should().BeNull();
        (await after.Context.Set<SurveyToken>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    public async Task AttackCase48_MarkOfATokenInAMessageToSomebodyElse_IsNotReplaced()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var (anna, eve) = (await RegisterAsync(host), await RegisterAsync(host, Known.Anna with { References = [], Name = new PersonName("Eve", "Other") }));
        await host.ResolvedAsync(anna);
        await using (var work = host.Work())
        {
            var mark = (await work.Context.Set<OutboundMessage>().SingleAsync()).Text.Split('/')[^1];
            (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(eve) { Channel = Channels.Email, Purpose = Purposes.Transactional.Value, Subject = "Hello", Text = mark })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            await host.DispatchAsync();
            sender.Sent[^1].Text.Should().Be(mark, "a token is put into messages to its owner alone");
        }
    }

    [SkippableFact]
    public async Task AttackCase1_ForeignInvitation_LooksLikeAMissingOne()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync);
        var (anna, eve) = (await RegisterAsync(host), await RegisterAsync(host));
        await host.ResolvedAsync(anna);
        SurveyInvitationId invitation;
        await using (var work = host.Work())
        {
            invitation = (await work.Get<SurveyDesk>().ListAsync(anna)).Items.Single().Id;
        }

        await using (var portal = host.Work(new CrmScope(Actor.PortalCustomer("eve", [eve.ToSubject()]))))
        {
            var missing = SurveyInvitationId.New(host.Clock.Now);
            (await portal.Get<SurveyAnswers>().AnswerAsync(invitation, [SurveyReply.Score("recommend", 1)])).Errors.Single().Should().Be(CrmErrorDescriber.Default.SurveyInvitationNotFound(invitation.ToString()));
            (await portal.Get<SurveyAnswers>().AnswerAsync(missing, [SurveyReply.Score("recommend", 1)])).Errors.Single().Should().Be(CrmErrorDescriber.Default.SurveyInvitationNotFound(missing.ToString()));
            (await portal.Get<SurveyAnswers>().ReadAsync(invitation)).Should().BeNull();
            (await portal.Get<SurveyAnswers>().ListOpenAsync(anna)).Items.Should().BeEmpty();
            (await portal.Get<SurveyDesk>().FindAsync(invitation)).Should().BeNull();
            (await portal.Get<SurveyDesk>().ListAsync(anna)).Items.Should().BeEmpty();
            (await portal.Get<SurveyDesk>().WithdrawAsync(invitation)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await portal.Get<Surveys>().CloseAsync(SurveyStory.Survey)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await portal.Get<FeedbackReports>().ScoresAsync(ScoreDimension.Total)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await portal.Get<FeedbackReports>().LastAsync(anna)).Should().BeNull();
            (await portal.Get<Surveys>().ListAsync()).Should().BeEmpty();
        }

        await using var own = host.Work(new CrmScope(Actor.PortalCustomer("anna", [anna.ToSubject()])));
        (await own.Get<SurveyAnswers>().ListOpenAsync(anna)).Items.Single().Id.Should().Be(invitation);
        (await own.Get<SurveyAnswers>().AnswerAsync(invitation, [SurveyReply.Score("recommend", 8)])).Succeeded.Should().BeTrue();
        await own.SaveAsync();
        (await own.Get<SurveyAnswers>().ListOpenAsync(anna)).Items.Should().BeEmpty();
        (await host.AnswerAsync(sender.LastToken, SurveyReply.Score("recommend", 0))).Errors.Single().Code.Should().Be("SurveyTokenUnknown");
    }

    private static string Guess(SurveyInvitationId id) => System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(id.Value.ToByteArray()));

    private static async Task<int> RunAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var done = (await work.Get<SurveyReminders>().RunAsync()).Value.Count;
        await work.SaveAsync();
        return done;
    }

    private static async Task<IssuedInvitation> InviteAsync(CrmWork<SpecificationContext> work, CustomerId customer)
    {
        var issued = (await work.Get<SurveyDesk>().InviteAsync(new SurveyRequest(SurveyStory.Survey, customer))).Value;
        await work.SaveAsync();
        return issued;
    }

    private static async Task<CustomerId> RegisterAsync(CrmTestHost<SpecificationContext> host, NewCustomer? customer = null)
    {
        await using var work = host.Work();
        return await work.RegisterAsync(customer ?? Known.Anna with { References = [] });
    }
}
