using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Domain.SelfService.ChangeRequestStatus;

namespace Crm.Domain.Tests.SelfService;

/// <summary>Changes that customers ask for: one end, few codes, no end by the clock that nobody saw.</summary>
[Trait("Check", "PO-04")]
public sealed class ChangeRequestTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 9, 0);
    private static readonly Actor s_staff = Actor.Agent("bob");
    private static readonly OwnDataChange s_change = OwnDataChange.SetEmail(EmailAddress.Parse("new@example.org"), ContactPointId.New(s_now));

    /// <summary>10,000 random commands with a clock that moves, against a model that was written without the code.</summary>
    [Fact]
    public void RandomCommands_AndTime_EndEachChangeOnce()
    {
        var commands = Gen.Elements("confirm", "mistake", "mistake", "renew", "hand", "approve", "reject", "withdraw", "expire", "wait").ListOf(25).ToArbitrary();
        var count = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(commands, Gen.Elements(ChangePolicy.Apply, ChangePolicy.Verify, ChangePolicy.Approve).ToArbitrary(), (run, policy) =>
        {
            var (now, request) = (s_now, New(policy));
            var (status, ends, attempts, codes, version) = (policy switch { ChangePolicy.Apply => Applied, ChangePolicy.Verify => AwaitingCode, _ => AwaitingApproval }, s_now + Duration.FromHours(24), 5, 1, 1L);
            foreach (var command in run)
            {
                count++;
                now += command == "wait" ? Duration.FromHours(5) : Duration.FromMinutes(1);
                var over = now >= ends;
                var (allowed, ruling, act) = command switch
                {
                    "confirm" => (status == AwaitingCode && !over, request.CanConfirm(now), () => request.Confirm(now)),
                    "mistake" => (status == AwaitingCode && !over, request.CanMistake(now), () => request.Mistake(now)),
                    "renew" => (status == AwaitingCode && !over && codes < 3, request.CanRenewCode(now), () => request.RenewCode(now)),
                    "hand" => (status == AwaitingCode && !over, request.CanHandToStaff(now), () => request.HandToStaff("NoAddress", Duration.FromDays(30), now)),
                    "approve" => (status == AwaitingApproval && !over, request.CanApprove(now), () => request.Approve(s_staff, now)),
                    "reject" => (status is AwaitingApproval or AwaitingCode && !over, request.CanReject(now), () => request.Reject("No proof.", s_staff, now)),
                    "withdraw" => (status is AwaitingApproval or AwaitingCode && !over, request.CanWithdraw(now), () => request.Withdraw(now)),
                    "expire" => (status is AwaitingApproval or AwaitingCode && over, request.CanExpire(now), () => request.Expire(now)),
                    _ => (false, CrmRuling.Permitted, (Action)(() => { })),
                };
                if (command != "wait")
                {
                    ruling.IsPermitted.Should().Be(allowed, "{0} in {1}", command, status);
                    if (allowed)
                    {
                        act();
                        version++;
                        attempts -= command == "mistake" ? 1 : 0;
                        codes += command == "renew" ? 1 : 0;
                        (status, ends) = command switch
                        {
                            "confirm" or "approve" => (Applied, ends),
                            "mistake" => (attempts == 0 ? Rejected : status, ends),
                            "hand" => (AwaitingApproval, now + Duration.FromDays(30)),
                            "reject" => (Rejected, ends),
                            "withdraw" => (Withdrawn, ends),
                            "expire" => (Expired, ends),
                            _ => (status, ends),
                        };
                    }
                    else
                    {
                        act.Should().Throw<CrmRuleException>().Which.Code.Should().Be(ruling.Code);
                    }
                }

                var open = status is AwaitingApproval or AwaitingCode;
                (request.Status, request.IsOpen, request.DueAt, request.Version).Should().Be((status, open, open ? ends : null, version));
                (request.CodeAddress is not null).Should().Be(status == AwaitingCode);
                (request.DecidedAt is null).Should().Be(open);
            }
        }));
        count.Should().BeGreaterThanOrEqualTo(10_000);
    }

    [Fact]
    public void Change_AsJson_ReadsBackEqual()
    {
        foreach (var change in new[]
        {
            s_change, OwnDataChange.Rename(new PersonName("Ada", "Byron", middle: "King")), OwnDataChange.RenameOrganisation("Engines Ltd"), OwnDataChange.RemoveEmail(ContactPointId.New(s_now)),
            OwnDataChange.SetAddress(AddressKind.Billing, new PostalAddress("Via Roma 1", "Scala B", "20121", "Milano", "MI", Country.FromCode("IT"))), OwnDataChange.Prefer(LanguageTag.Parse("it")),
            OwnDataChange.SetPhone(PhoneNumber.Parse("+39 02 1234 5678"), kind: ContactPointKind.Mobile), OwnDataChange.RemovePhone(ContactPointId.New(s_now)),
        })
        {
            OwnDataChange.Parse(change.ToJson()).Should().Be(change);
        }
    }

    [Fact]
    public void ReadOnlyData_AndCodesWithoutAddress_AreRefused()
    {
        var forbidden = () => New(ChangePolicy.ReadOnly);
        forbidden.Should().Throw<CrmRuleException>().Which.Code.Should().Be("ChangeNotOffered");
        var nowhere = () => new ChangeRequest(ChangeRequestId.New(s_now), new ChangeDetails(CustomerId.New(s_now), s_change, "old@example.org", 3, ChangePolicy.Verify), s_staff, s_now);
        nowhere.Should().Throw<ArgumentException>();
    }

    private static ChangeRequest New(ChangePolicy policy) => new(
        ChangeRequestId.New(s_now),
        new ChangeDetails(CustomerId.New(s_now), s_change, "old@example.org", 3, policy) { CodeAddress = "old@example.org", Lifetime = Duration.FromHours(24) }, Actor.PortalCustomer("ada", []), s_now);
}
