using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Domain.SelfService.PortalAccountStatus;

namespace Crm.Domain.Tests.SelfService;

/// <summary>Accounts of the portal: where they stand, and when an invitation counts.</summary>
[Trait("Check", "PO-06")]
public sealed class PortalAccountTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 9, 0);
    private static readonly EmailAddress s_email = EmailAddress.Parse("ada@example.org");
    private static readonly PortalIdentity s_identity = new("https://id.example", "ada", s_email, true);

    /// <summary>10,000 random commands with a clock that moves, against a model that was written without the code.</summary>
    [Fact]
    public void RandomCommands_AndTime_LeaveNoInvitationAndNoSessionTooLong()
    {
        var commands = Gen.Elements("invite", "accept", "role", "block", "unblock", "close", "sign-in", "link", "unlink", "unsent", "wait").ListOf(25).ToArbitrary();
        var count = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(commands, run =>
        {
            var (now, account) = (s_now, New());
            var (status, role, offered, linked, since, version) = (Invited, PortalRole.Member, (Instant?)s_now, false, s_now, 1L);
            foreach (var command in run)
            {
                count++;
                now += command == "wait" ? Duration.FromHours(30) : Duration.FromMinutes(1);
                var other = role == PortalRole.Member ? PortalRole.Administrator : PortalRole.Member;
                var (allowed, ruling, act) = command switch
                {
                    "invite" => (status == Invited, account.CanInvite(), () => account.Invite("hash", now + PortalAccount.LongestInvitation, true, Actor.Agent("bob"), now)),
                    "accept" => (status == Invited && offered is { } at && now - at < PortalAccount.LongestInvitation, account.CanAccept(now), () => account.Accept(now)),
                    "role" => (status != Closed, account.CanChangeRole(other), () => account.ChangeRole(other, now)),
                    "block" => (status == Active, account.CanBlock(), () => account.Block("spam", now)),
                    "unblock" => (status == Blocked, account.CanUnblock(), () => account.Unblock(now)),
                    "close" => (status != Closed, account.CanClose(), () => account.Close(null, now)),
                    "sign-in" => (status == Active, account.CanNoteSignIn(), () => account.NoteSignIn(now)),
                    "link" => (status == Active && !linked, account.CanLinkIdentity(s_identity), () => account.LinkIdentity(s_identity, now)),
                    "unlink" => (status is Active or Blocked && linked, account.CanUnlinkIdentity(), () => account.UnlinkIdentity(now)),
                    "unsent" => (status == Invited, account.CanMarkUnsent(), () => account.MarkUnsent("TemplateNotFound", now)),
                    _ => (false, CrmRuling.Permitted, (Action)(() => { })),
                };
                if (command != "wait")
                {
                    ruling.IsPermitted.Should().Be(allowed, "{0} in {1}", command, status);
                    if (allowed)
                    {
                        act();
                        version++;
                        (status, role, offered, linked, since) = command switch
                        {
                            "invite" => (status, role, now, linked, since),
                            "accept" => (Active, role, null, linked, now),
                            "role" => (status, other, null, linked, now),
                            "block" => (Blocked, role, null, linked, now),
                            "unblock" => (Active, role, null, linked, now),
                            "close" => (Closed, role, null, false, now),
                            "link" => (status, role, null, true, now),
                            "unlink" => (status, role, null, false, now),
                            _ => (status, role, offered, linked, since),
                        };
                    }
                    else
                    {
                        act.Should().Throw<CrmRuleException>().Which.Code.Should().Be(ruling.Code);
                    }
                }

                (account.Status, account.Role, account.HasInvitation, account.Issuer is not null, account.Version).Should().Be((status, role, offered is not null, linked, version));
                account.Accepts(since, Duration.FromHours(12), now).Should().Be(status == Active && now - since < Duration.FromHours(12));
                account.Accepts(since - Duration.FromTicks(10), Duration.FromHours(12), now).Should().BeFalse();
                (account.EmailKey is null).Should().Be(status == Closed);
            }
        }));
        count.Should().BeGreaterThanOrEqualTo(10_000);
    }

    [Fact]
    public void Invitation_OfMoreThan72HoursOrOfThePast_IsRefused()
    {
        foreach (var wrong in new[] { Duration.Zero, Duration.FromHours(-1), Duration.FromHours(72) + Duration.FromTicks(10) })
        {
            var make = () => New(wrong);
            make.Should().Throw<ArgumentOutOfRangeException>();
        }

        New(Duration.FromHours(72)).InvitationNumber.Should().Be(1);
    }

    [Theory]
    [InlineData("ada@example.org", false)]
    [InlineData("eve@example.org", true)]
    public void LinkIdentity_WithAnUnverifiedOrAnotherAddress_IsRefused(string email, bool isVerified)
    {
        var account = New();
        account.Accept(s_now);
        account.CanLinkIdentity(new PortalIdentity("https://id.example", "ada", EmailAddress.Parse(email), isVerified)).Code.Should().Be("PortalIdentityUnverified");
    }

    [Fact]
    public void Administrator_WithoutOrganisation_IsRefused()
    {
        var alone = new PortalAccount(PortalAccountId.New(s_now), new PortalAccountRequest(CustomerId.New(s_now), s_email), "hash", s_now + Duration.FromHours(1), Actor.Agent("bob"), s_now);
        alone.CanChangeRole(PortalRole.Administrator).Code.Should().Be("PortalRoleNeedsOrganisation");
        alone.CanChangeRole(PortalRole.Member).Code.Should().Be("PortalRoleUnchanged");
    }

    private static PortalAccount New(Duration? lifetime = null) => new(
        PortalAccountId.New(s_now), new PortalAccountRequest(CustomerId.New(s_now), s_email) { OrganisationId = CustomerId.New(s_now) }, "hash", s_now + (lifetime ?? PortalAccount.LongestInvitation), Actor.Agent("bob"), s_now);
}
