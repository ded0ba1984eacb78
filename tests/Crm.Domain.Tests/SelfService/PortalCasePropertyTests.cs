using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.SelfService;

/// <summary>Ten thousand things that customers, strangers and staff do to cases in any order, against what a portal promises.</summary>
[Trait("Check", "PO-05")]
public class PortalCasePropertyTests
{
    private const int Commands = 100;

    private static readonly string[] s_customerActs = ["open", "answer", "close", "close with solution", "reopen", "follow", "unfollow"];

    [Fact]
    [Trait("Check", "FB-04")]
    public void WhateverIsDone_OnlyTheCustomersOwnCasesChange_AndNoneThatIsLocked() => Prop
        .ForAll((from verb in Gen.Choose(0, 11) from who in Gen.Choose(0, 4) from which in Gen.Choose(0, 5) select (verb, who, which)).ArrayOf(Commands).ToArbitrary(), RunAsync)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000 / Commands));

    private static async Task RunAsync((int Verb, int Who, int Which)[] commands)
    {
        var shop = new Shop();
        var (anna, bob, firm) = (shop.Customer(), shop.Customer(), shop.Customer(CustomerKind.Organisation));
        (await shop.Desk.OpenAsync(new CaseDetails(anna, "Ours") { OrganisationId = firm })).Succeeded.Should().BeTrue();
        (await shop.Desk.OpenAsync(new CaseDetails(bob, "Bob's"))).Succeeded.Should().BeTrue();
        Actor[] actors =
        [
            Actor.PortalCustomer("anna", [anna.ToSubject()]), Actor.PortalCustomer("bob", [bob.ToSubject()]), Actor.PortalCustomer("firm", [firm.ToSubject()]), Actor.Guest,
            Actor.Partner("partner", [anna.ToSubject()]),
        ];
        foreach (var (verb, who, which) in commands)
        {
            shop.Clock.Advance(Duration.FromMinutes(1));
            var target = shop.Cases[which % shop.Cases.Count];
            if (verb >= s_customerActs.Length)
            {
                await StaffAsync(shop, target, verb - s_customerActs.Length);
                continue;
            }

            var actor = actors[who];
            var mine = actor.Kind == ActorKind.PortalCustomer && target.IsWithin(CrmReach.To(actor.ActsFor));
            var before = shop.Cases.ToDictionary(c => c.Id, State);
            var (isLocked, category, solution) = (target.LockedAt is not null, target.Category, target.Solution);
            var done = await ActAsync(shop.As(actor).PortalCases, s_customerActs[verb], target.Id, anna);
            if (!done.Succeeded)
            {
                shop.Cases.ToDictionary(c => c.Id, State).Should().Equal(before, "what is refused changes nothing");
            }

            switch (s_customerActs[verb])
            {
                case "open":
                    done.Succeeded.Should().Be(who == 0);
                    break;
                case var _ when !mine:
                    done.Errors.Select(e => e.Code).Should().Equal("CaseNotFound");
                    break;
                case "follow" or "unfollow":
                    done.Succeeded.Should().BeTrue();
                    (await shop.As(actor).PortalCases.FindAsync(target.Id))!.IsFollowed.Should().Be(s_customerActs[verb] == "follow");
                    break;
                case var _ when isLocked:
                    done.Errors.Select(e => e.Code).Should().Equal("CaseLocked");
                    break;
                case "answer":
                    done.Succeeded.Should().BeTrue();
                    target.Category.Should().Be(CaseCategory.Open, "a message has it worked on again");
                    break;
                case "reopen":
                    done.Succeeded.Should().Be(category is CaseCategory.Resolved or CaseCategory.Closed);
                    break;
                case var act:
                    done.Succeeded.Should().Be(category != CaseCategory.Closed && (category == CaseCategory.Resolved || act == "close with solution"));
                    target.Solution.Should().Be(done.Succeeded && category != CaseCategory.Resolved ? "Mine" : solution);
                    break;
            }

            if (done.TryGetValue(out var id))
            {
                var seen = (await shop.As(actor).PortalCases.FindAsync(id))!;
                seen.Messages.Select(m => m.Body).Should().NotContain("Internal");
                before.Where(b => b.Key != id).Should().AllSatisfy(b => State(shop.Cases.First(c => c.Id == b.Key)).Should().Be(b.Value), "one case alone changes");
            }
        }
    }

    private static (long, int, CaseStatus, bool, bool) State(ServiceCase found) => (found.Version, found.Messages.Count, found.Status, found.IsFollowedByCustomer, found.IsFollowedByOrganisation);

    private static Task<CrmResult<ServiceCaseId>> ActAsync(PortalCases door, string act, ServiceCaseId id, CustomerId customer) => act switch
    {
        "open" => door.OpenAsync(new PortalCaseRequest(customer, "Another")),
        "answer" => door.AnswerAsync(id, "Hello"),
        "close" => door.CloseAsync(id),
        "close with solution" => door.CloseAsync(id, "Mine"),
        "reopen" => door.ReopenAsync(id, "Again"),
        "follow" => door.FollowAsync(id),
        _ => door.UnfollowAsync(id),
    };

    private static async Task StaffAsync(Shop shop, ServiceCase target, int act)
    {
        switch (act)
        {
            case 0:
                await shop.Desk.AddNoteAsync(target.Id, "Internal");
                break;
            case 1:
                await shop.Desk.ReplyAsync(target.Id, "Public");
                break;
            case 2:
                await shop.Desk.ResolveAsync(target.Id, "Ours");
                break;
            case 3:
                await shop.Desk.WaitAsync(target.Id);
                break;
            default:
                if (target.CanLock())
                {
                    target.Lock(shop.Clock.Now);
                }

                break;
        }
    }
}
