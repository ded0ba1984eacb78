using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

/// <summary>Participants, calls, threads and attachments of a contact.</summary>
public class InteractionPartsTests
{
    private static readonly AttachedFile s_file = new("invoice.pdf", "application/pdf", 12, new string('a', 64), "key-1");

    private readonly Shop _shop = new();

    [Fact]
    [Trait("Check", "IN-04")]
    public async Task Record_Meeting_KeepsParticipantsWithRolesAndTheirAnswers()
    {
        var (customer, colleague) = (_shop.Customer(), _shop.Customer());
        var meeting = (await _shop.History.RecordAsync(new ContactDetails(customer, Channels.VideoConference, Direction.Outbound, "Review")
        {
            Participants =
            [
                new(ParticipantRole.Organiser, "ada@shop.example", "Ada Agent") { AgentId = "ada" },
                new(ParticipantRole.Required) { CustomerId = customer, Acceptance = Acceptance.Tentative },
                new(ParticipantRole.Optional) { CustomerId = colleague },
            ],
        })).Value;

        meeting.Participants.Select(p => (p.Number, p.Role, p.Acceptance, p.AnsweredAt)).Should().Equal(
            (1, ParticipantRole.Organiser, Acceptance.None, null), (2, ParticipantRole.Required, Acceptance.Tentative, _shop.Clock.Now), (3, ParticipantRole.Optional, Acceptance.None, null));
        _shop.Clock.Advance(Duration.FromHours(1));

        (await _shop.History.AnswerAsync(meeting.Id, 2, Acceptance.Declined, 1)).Value.Participants[1].Acceptance.Should().Be(Acceptance.Declined);
        (await _shop.History.AnswerAsync(meeting.Id, 3, Acceptance.Accepted)).Value.Participants[2].AnsweredAt.Should().Be(_shop.Clock.Now);
        (await _shop.History.AnswerAsync(meeting.Id, 1, Acceptance.Accepted)).Errors.Single().Code.Should().Be("ParticipantNotInvited");
        (await _shop.History.AnswerAsync(meeting.Id, 4, Acceptance.Accepted)).Errors.Single().Code.Should().Be("ParticipantNotFound");
        (await _shop.History.AnswerAsync(meeting.Id, 2, (Acceptance)7)).Errors.Single().Code.Should().Be("InvalidValue");
        (await _shop.History.AnswerAsync(meeting.Id, 2, Acceptance.Accepted, 1)).Errors.Single().Code.Should().Be("VersionConflict");
        meeting.Version.Should().Be(3);
        ((InteractionRecorded)meeting.PendingEvents[0].Event).ToTimeline().Subjects.Should().Equal([customer.ToSubject(), colleague.ToSubject()], "whoever took part has it in the history");
    }

    [Fact]
    [Trait("Check", "IN-04")]
    public async Task Record_ParticipantsThatCannotBe_AreCodedErrorsAndKeepNothing()
    {
        var mail = new ContactDetails(_shop.Customer(), Channels.Email, Direction.Inbound, "Hello");
        var call = mail with { Channel = Channels.Phone };

        await Refused("CustomerNotFound", mail, new ContactParty(ParticipantRole.Cc) { CustomerId = CustomerId.New(_shop.Clock.Now) });
        await Refused("RoleNotPermitted", mail, new ContactParty(ParticipantRole.Caller, "+39 06 1"));
        await Refused("InvalidValue", mail, new ContactParty((ParticipantRole)99, "a@example.org"));
        await Refused("InvalidValue", mail, new ContactParty(ParticipantRole.To));
        await Refused("InvalidValue", mail, new ContactParty(ParticipantRole.To, "a@example.org\r\nBcc: b@example.org"));
        await Refused("InvalidValue", mail, new ContactParty(ParticipantRole.To, new string('x', 321)));
        await Refused("InvalidValue", mail, new ContactParty(ParticipantRole.To, "a@example.org") { Acceptance = (Acceptance)5 });
        await Refused("InvalidValue", mail, [.. Enumerable.Repeat(new ContactParty(ParticipantRole.To, "a@example.org"), Interaction.MaxParticipants + 1)]);
        await Refused("InvalidValue", call, new ContactParty(ParticipantRole.Caller, "+39 06 1"), new ContactParty(ParticipantRole.Caller, "+39 06 2"));

        async Task Refused(string code, ContactDetails contact, params ContactParty[] parties)
        {
            (await _shop.History.RecordAsync(contact with { Participants = parties })).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Contacts.Should().BeEmpty();
        }
    }

    [Fact]
    [Trait("Check", "IN-08")]
    public async Task Record_Call_KeepsWhatTheProviderSaysAsItGoesOn()
    {
        var ringing = new ContactDetails(_shop.Customer(), Channels.Phone, Direction.Inbound, "Call")
        {
            ExternalId = "CA-1", Call = new CallDetails(CallStatus.Ringing) { NumberDialled = "800 123456", NumberKind = DialledNumberKind.TollFree },
        };
        var call = (await _shop.History.RecordAsync(ringing)).Value;
        (call.AgentId, call.Direction, call.Duration).Should().Be(("ada", Direction.Inbound, null));

        (await _shop.History.FindByExternalIdAsync(Channels.Phone, "CA-1")).Should().BeSameAs(call);
        (await _shop.History.RecordAsync(ringing)).Value.Should().BeSameAs(call, "a call is recorded once");
        (await _shop.History.ProgressCallAsync(call.Id, new CallDetails(CallStatus.InProgress) { Wait = Duration.FromSeconds(20) })).Succeeded.Should().BeTrue();
        (await _shop.History.ProgressCallAsync(call.Id, new CallDetails(CallStatus.Completed) { Talk = Duration.FromSeconds(180), Hold = Duration.FromSeconds(60) })).Succeeded.Should().BeTrue();
        (await _shop.History.ProgressCallAsync(call.Id, new CallDetails(CallStatus.Completed) { WrapUp = Duration.FromSeconds(30), Recording = "https://calls.example/CA-1" })).Succeeded.Should().BeTrue();

        call.Call.Should().BeEquivalentTo(new
        {
            Status = CallStatus.Completed, NumberDialled = "800 123456", NumberKind = DialledNumberKind.TollFree, Recording = "https://calls.example/CA-1",
            Wait = Duration.FromSeconds(20), Talk = Duration.FromSeconds(180), Hold = Duration.FromSeconds(60), WrapUp = Duration.FromSeconds(30),
        });
        (call.Duration, call.Call!.HandleTime()).Should().Be((Duration.FromSeconds(240), Duration.FromSeconds(270)));
    }

    [Fact]
    [Trait("Check", "IN-08")]
    public async Task Progress_OfACall_FollowsTheTableOfNineStatuses()
    {
        Enum.GetValues<CallStatus>().Should().HaveCount(9);
        CallStatus[] open = [CallStatus.Queued, CallStatus.Ringing, CallStatus.InProgress];
        foreach (var from in Enum.GetValues<CallStatus>())
        {
            foreach (var to in Enum.GetValues<CallStatus>())
            {
                // A call that is over stays so; nobody is busy or hangs up unheard once both sides spoke.
                var allowed = from == to || (open.Contains(from) && (from != CallStatus.InProgress || to is not (CallStatus.Busy or CallStatus.NoAnswer or CallStatus.Cancelled)));
                var call = (await _shop.History.RecordAsync(new ContactDetails(_shop.Customer(), Channels.Phone, Direction.Inbound, "Call") { Call = new CallDetails(from) })).Value;

                var result = await _shop.History.ProgressCallAsync(call.Id, new CallDetails(to));

                result.Errors.Select(e => e.Code).Should().Equal(allowed ? [] : ["CallTransitionNotAllowed"], $"{from} to {to}");
                (call.Call!.Status, call.Version).Should().Be(allowed ? (to, 2L) : (from, 1L));
                CallTransitions.IsFinal(from).Should().Be(!open.Contains(from));
            }
        }
    }

    [Fact]
    [Trait("Check", "IN-08")]
    public async Task Call_BadInput_IsACodedErrorAndChangesNothing()
    {
        var details = new ContactDetails(_shop.Customer(), Channels.Phone, Direction.Inbound, "Call") { Call = new CallDetails(CallStatus.Ringing) };
        foreach (var bad in new CallDetails[]
        {
            new((CallStatus)9), new(CallStatus.Completed) { NumberKind = (DialledNumberKind)99 }, new(CallStatus.Completed) { Talk = Duration.FromSeconds(-1) },
            new(CallStatus.Completed) { WrapUp = Duration.FromSeconds(-1) }, new(CallStatus.Completed) { Recording = "a\0b" }, new(CallStatus.Completed) { NumberDialled = new string('1', 321) },
        })
        {
            (await _shop.History.RecordAsync(details with { Call = bad })).Errors.Single().Code.Should().Be("InvalidValue");
            _shop.Contacts.Should().BeEmpty();
        }

        var call = (await _shop.History.RecordAsync(details)).Value;
        (await _shop.History.ProgressCallAsync(call.Id, new CallDetails(CallStatus.Completed) { Talk = Duration.FromSeconds(5), Hold = Duration.FromSeconds(-1) })).Errors.Single().Code.Should().Be("InvalidValue");
        (call.Call!.Status, call.Call.Talk, call.Duration, call.Version).Should().Be((CallStatus.Ringing, null, null, 1L));
        var mail = (await _shop.History.RecordAsync(details with { Channel = Channels.Email, Call = null })).Value;
        (await _shop.History.ProgressCallAsync(mail.Id, new CallDetails(CallStatus.Completed))).Errors.Single().Code.Should().Be("CallMissing");
    }

    [Fact]
    public async Task Record_MessagesOfOneConversation_ShareAThread()
    {
        var mail = new ContactDetails(_shop.Customer(), Channels.Email, Direction.Inbound, "Hello");
        var first = (await _shop.History.RecordAsync(mail with { ExternalId = "<1@example.org>" })).Value;
        var reply = (await _shop.History.RecordAsync(mail with { ExternalId = "<2@example.org>", InReplyTo = " <1@example.org>" })).Value;
        var next = (await _shop.History.RecordAsync(mail with { ExternalId = "<3@example.org>", InReplyTo = "<2@example.org>" })).Value;
        var late = (await _shop.History.RecordAsync(mail with { ExternalId = "<4@example.org>", InReplyTo = "<0@example.org>" })).Value;
        var given = (await _shop.History.RecordAsync(mail with { InReplyTo = "<1@example.org>", ThreadKey = "case-7" })).Value;

        new[] { first, reply, next, late, given, (await _shop.History.RecordAsync(mail)).Value }.Select(m => m.ThreadKey).Should().Equal(
            "<1@example.org>", "<1@example.org>", "<1@example.org>", "<0@example.org>", "case-7", null);
    }

    [Fact]
    public async Task Record_Attachments_AreKeptByReferenceUnderCleanNames()
    {
        var mail = new ContactDetails(_shop.Customer(), Channels.Email, Direction.Inbound, "Hello") { Attachments = [s_file with { Name = "..\\..\\etc/in\u202Evoice\u200B.pdf", ContentType = "Application/PDF" }] };

        var kept = (await _shop.History.RecordAsync(mail)).Value.Attachments.Single();

        (kept.Number, kept.Name, kept.ContentType, kept.Size, kept.Sha256, kept.StorageKey).Should().Be((1, "invoice.pdf", "application/pdf", 12L, new string('a', 64), "key-1"));
    }

    [Fact]
    public async Task Record_AttachmentsThatCannotBe_AreCodedErrorsAndKeepNothing()
    {
        var mail = new ContactDetails(_shop.Customer(), Channels.Email, Direction.Inbound, "Hello");
        foreach (var bad in new[]
        {
            s_file with { Size = -1 }, s_file with { Sha256 = "abc" }, s_file with { Sha256 = new string('g', 64) }, s_file with { StorageKey = " " },
            s_file with { ContentType = "text/html\r\nX: y" }, s_file with { ContentType = new string('a', 256) }, s_file with { StorageKey = new string('a', 201) },
        })
        {
            (await _shop.History.RecordAsync(mail with { Attachments = [s_file, bad] })).Errors.Single().Code.Should().Be("InvalidValue");
        }

        (await _shop.History.RecordAsync(mail with { Attachments = [.. Enumerable.Repeat(s_file, Interaction.MaxAttachments + 1)] })).Errors.Single().Code.Should().Be("InvalidValue");
        _shop.Contacts.Should().BeEmpty();
    }

    [Fact]
    public async Task Record_InTheFutureOrOfNegativeLength_IsACodedError()
    {
        var contact = new ContactDetails(_shop.Customer(), Channels.Phone, Direction.Inbound, "Call");

        (await _shop.History.RecordAsync(contact with { At = _shop.Clock.Now + Duration.FromSeconds(1) })).Errors.Single().Code.Should().Be("InvalidValue");
        (await _shop.History.RecordAsync(contact with { Duration = Duration.FromTicks(-1) })).Errors.Single().Code.Should().Be("InvalidValue");
        (await _shop.History.RecordAsync(contact with { InReplyTo = new string('x', 401) })).Errors.Single().Code.Should().Be("InvalidValue");
        _shop.Contacts.Should().BeEmpty();
    }
}
