using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Domain.Feedback.SurveyInvitationStatus;

namespace Crm.Domain.Tests.Feedback;

/// <summary>Invitations: one answer, one reminder, one end.</summary>
[Trait("Check", "FB-01")]
public sealed class SurveyInvitationTests
{
    private static readonly Instant s_now = SurveySamples.Now;
    private static readonly SurveyReply[] s_bad = [SurveyReply.Score("recommend", 3)];

    /// <summary>10,000 random commands with a clock that moves, against a model that was written without the code.</summary>
    [Fact]
    public void RandomCommands_AndTime_EndEachInvitationOnce()
    {
        var commands = Gen.Elements("remind", "skip", "answer", "expire", "withdraw", "wait", "follow-up").ListOf(25).ToArbitrary();
        var (count, survey) = (0, SurveySamples.Published());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(commands, run =>
        {
            var (now, invitation) = (s_now, SurveySamples.Invitation(s_now, survey));
            var (status, reminded, followed, version) = (Open, false, false, 1L);
            foreach (var command in run)
            {
                count++;
                now += command == "wait" ? Duration.FromDays(9) : Duration.FromMinutes(1);
                var over = now >= s_now + Duration.FromDays(30);
                var (allowed, ruling, act) = command switch
                {
                    "remind" => (status == Open && !reminded, invitation.CanRemind(), () => invitation.Remind(new string('b', 64), now)),
                    "skip" => (status == Open && !reminded, invitation.CanSkipReminder(), () => invitation.SkipReminder("MessageNotPermitted", now)),
                    "answer" => (status == Open && !over, invitation.CanAnswer(now), () => invitation.Answer(SurveySamples.Definition, s_bad, now.InUtc().Date, now)),
                    "expire" => (status == Open && over, invitation.CanExpire(now), () => invitation.Expire(now)),
                    "withdraw" => (status == Open, invitation.CanWithdraw(), () => invitation.Withdraw(now)),
                    "follow-up" => (status == Answered && !followed, invitation.CanFollowUp(), () => invitation.FollowUp(new SubjectReference(SubjectKinds.Activity, Guid.CreateVersion7()), now)),
                    _ => (false, CrmRuling.Permitted, (Action)(() => { })),
                };
                if (command != "wait")
                {
                    ruling.IsPermitted.Should().Be(allowed, "{0} in {1}", command, status);
                    if (allowed)
                    {
                        act();
                        version++;
                        (status, reminded, followed) = command switch
                        {
                            "remind" or "skip" => (status, true, followed), "follow-up" => (status, reminded, true),
                            _ => (command switch { "answer" => Answered, "expire" => Expired, _ => Withdrawn }, reminded, followed),
                        };
                    }
                    else
                    {
                        act.Should().Throw<CrmRuleException>().Which.Code.Should().Be(ruling.Code);
                    }
                }

                (invitation.Status, invitation.Version, invitation.PendingEvents.Count).Should().Be((status, version, (int)version));
                (invitation.Tokens.Count == 0, invitation.DueAt is null, invitation.SettledAt is not null).Should().Be((status != Open, status != Open, status != Open));
                (invitation.Answers.Count, invitation.Scores.Count, invitation.FollowUpId is not null).Should().Be(status == Answered ? (1, 1, followed) : (0, 0, false));
            }
        }));
        count.Should().Be(10_000);
    }

    [Fact]
    public void Answer_WithScores_SaysWhetherOneIsLow()
    {
        foreach (var (recommend, easy, low) in new[] { (7, 4, false), (6, 7, true), (0, 7, true), (10, 3, true), (10, 1, true), (10, 4, false) })
        {
            var invitation = SurveySamples.Invitation(s_now);
            invitation.Answer(SurveySamples.Definition, [SurveyReply.Score("recommend", recommend), SurveyReply.Score("easy", easy), SurveyReply.Choices("liked", [])], new LocalDate(2026, 5, 31), s_now);
            invitation.IsLow.Should().Be(low, "{0} and {1}", recommend, easy);
            invitation.Scores.Select(s => (s.Measure, s.Value, s.Month)).Should().Equal((ScoreMeasure.Nps, recommend, new(2026, 5, 1)), (ScoreMeasure.Ces(), easy, new(2026, 5, 1)));
            invitation.PendingEvents[^1].Event.Should().BeOfType<SurveyAnswered>().Which.IsLow.Should().Be(low);
        }
    }

    [Fact]
    public void Answer_ThatDoesNotFit_ChangesNothing()
    {
        var invitation = SurveySamples.Invitation(s_now);
        FluentActions.Invoking(() => invitation.Answer(SurveySamples.Definition, [], new LocalDate(2026, 6, 1), s_now)).Should().Throw<CrmRuleException>().Which.Code.Should().Be("SurveyAnswerMissing");
        (invitation.Status, invitation.Version, invitation.Tokens.Count).Should().Be((Open, 1L, 1));
    }

    [Fact]
    public void Reminder_IsOnlyForWhatWasSent_AndBeforeTheEnd()
    {
        (SurveySamples.Invitation(s_now).RemindAt, SurveySamples.Invitation(s_now, isSent: false).RemindAt).Should().Be((s_now + Duration.FromDays(7), null));
        SurveySamples.Invitation(s_now, SurveySamples.Published(new() { ExpiresAfterDays = 7 })).RemindAt.Should().BeNull();
        SurveySamples.Invitation(s_now, SurveySamples.Published(new() { RemindsAfterDays = null })).DueAt.Should().Be(s_now + Duration.FromDays(30));
        FluentActions.Invoking(() => new SurveyInvitation(
                SurveyInvitationId.New(s_now), SurveySamples.Published(), new SurveyRequest("service", CustomerId.New(s_now)) { About = new(SubjectKinds.Customer, Guid.CreateVersion7()) }, "hash", false, s_now))
            .Should().Throw<ArgumentException>();
    }
}
