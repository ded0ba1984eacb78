using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using Crm.Testing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

[Trait("Check", "SC-15")]
public class CaseSplittingTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private readonly Shop _shop = new();

    [Fact]
    public async Task Split_MovesEverythingFromAMessageOn_AndLinksTheTwo()
    {
        var opened = await TalkAsync();
        var ids = opened.Messages.Select(m => m.Id).ToList();
        var split = (await _shop.Splitter.SplitAsync(opened.Id, ids[2], "The toaster too")).Value;

        opened.Messages.Select(m => m.Id).Should().Equal(ids[..2]);
        split.Messages.Select(m => m.Id).Should().Equal(ids[2..]);
        split.Messages.Select(m => m.Kind).Should().Equal(CaseMessageKind.FromCustomer, CaseMessageKind.InternalNote, CaseMessageKind.PublicReply);
        (split.Subject, split.CustomerId, split.Sku, split.Status, split.Version).Should().Be(("The toaster too", opened.CustomerId, "KETTLE", CaseStatus.Open, 1L));
        (split.FirstRespondedAt, split.AwaitingSince).Should().Be((split.Messages[2].At, null));
        (opened.RelatedCases.Single().OtherId, split.RelatedCases.Single().OtherId).Should().Be((split.Id, opened.Id));
        split.Number.Should().NotBe(opened.Number);
        opened.PendingEvents[^1].Event.Should().BeOfType<CaseSplit>().Which.Messages.Should().Be(3);
        (await _shop.Desk.ReceiveAsync(split.Id, "Thanks", "Anna")).Value.Should().BeSameAs(split, "what is written to it reaches it");
    }

    [Fact]
    public void Split_OfTheQuestionThatWaits_LeavesNobodyWaitingHere()
    {
        var asked = new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(CustomerId.New(s_now), "Kettle") { Description = "It leaks" }, "Anna", s_now);
        asked.Reply("Send it in.", "ada", s_now + Duration.FromMinutes(5));
        asked.Receive("And the toaster?", "Anna", s_now + Duration.FromMinutes(10));
        asked.AwaitingSince.Should().Be(s_now + Duration.FromMinutes(10));

        var split = asked.SplitOff(asked.Messages[2].Id, ServiceCaseId.New(s_now), CaseNumber.From(2), "Toaster", s_now + Duration.FromMinutes(15));
        (asked.AwaitingSince, split.AwaitingSince).Should().Be((null, s_now + Duration.FromMinutes(10)), "the question goes on in the new case");
    }

    [Fact]
    public async Task Split_AtTheFirstOrAnUnknownMessageOrOfAMergedCase_IsRefusedAndChangesNothing()
    {
        var (opened, other) = (await TalkAsync(), await TalkAsync());
        await Refused("CaseSplitAtFirstMessage", opened.Messages[0].Id);
        await Refused("CaseMessageNotFound", other.Messages[1].Id);
        await Refused("InvalidValue", opened.Messages[1].Id, " ");
        var merged = new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(77), new CaseDetails(opened.CustomerId, "Same") { Description = "One" }, "Anna", s_now);
        merged.Receive("Two", "Anna", s_now);
        merged.MergeInto(opened, s_now);
        merged.CanSplitOff(merged.Messages[1].Id).Code.Should().Be("CaseMerged");
        (await _shop.Splitter.SplitAsync(ServiceCaseId.New(s_now), opened.Messages[1].Id)).Errors.Single().Code.Should().Be("CaseNotFound");
        (await _shop.Splitter.SplitAsync(opened.Id, opened.Messages[1].Id, null, 99)).Errors.Single().Code.Should().Be("VersionConflict");

        async Task Refused(string code, CaseMessageId from, string? subject = null)
        {
            var (version, count) = (opened.Version, _shop.Cases.Count);
            (await _shop.Splitter.SplitAsync(opened.Id, from, subject)).Errors.Single().Code.Should().Be(code);
            (opened.Version, opened.Messages.Count, _shop.Cases.Count).Should().Be((version, 5, count));
        }
    }

    [Fact]
    public void RandomSplits_NeverLoseOrDoubleAMessage()
    {
        Prop.ForAll(Gen.Choose(0, 9).Two().ListOf().ToArbitrary(), splits =>
            {
                var first = new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(CustomerId.New(s_now), "Many matters") { Description = "0" }, "Anna", s_now);
                for (var i = 1; i < 10; i++)
                {
                    first.Receive($"{i}", "Anna", s_now + Duration.FromMinutes(i / 3));
                }

                var all = first.Messages.ToList();
                List<ServiceCase> cases = [first];
                foreach (var (which, at) in splits)
                {
                    var source = cases[which % cases.Count];
                    var from = all[at].Id;
                    if (source.CanSplitOff(from))
                    {
                        cases.Add(source.SplitOff(from, ServiceCaseId.New(s_now), CaseNumber.From(cases.Count + 1), null, s_now));
                    }
                }

                return cases.TrueForAll(c => c.Messages.Count > 0) && cases.SelectMany(c => c.Messages).OrderBy(m => m.Id).SequenceEqual(all.OrderBy(m => m.Id))
                    && cases.TrueForAll(c => c.RelatedCases.All(r => cases.Single(o => o.Id == r.OtherId).RelatedCases.Any(b => b.OtherId == c.Id)));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(200, 2_000)));
    }

    private async Task<ServiceCase> TalkAsync()
    {
        var opened = (await _shop.Desk.OpenAsync(new CaseDetails(_shop.Customer(), "The kettle stays cold") { Description = "Help", Sku = "KETTLE" })).Value;
        foreach (var act in new Action<Instant>[]
        {
            now => opened.Reply("Which one?", "Ada", now), now => opened.Receive("And the toaster burns", "Anna", now), now => opened.AddNote("Odd", "Ada", now), now => opened.Reply("We look", "Ada", now),
        })
        {
            _shop.Clock.Advance(Duration.FromMinutes(1));
            act(_shop.Clock.Now);
        }

        return opened;
    }
}
