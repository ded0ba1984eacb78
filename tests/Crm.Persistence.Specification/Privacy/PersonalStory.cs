using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Feedback;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Customers;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using Crm.Persistence.Specification.Service;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Privacy;

/// <summary>A person of whom every area knows something, with marks in everything that is personal.</summary>
public static class PersonalStory
{
    /// <summary>Stands in every text that is about the person, in any case.</summary>
    public const string Mark = "qyx";

    /// <summary>Personal values that cannot hold the mark.</summary>
    public static readonly string[] OtherMarks = ["390255501234", "39 02 5550 1234", "1971-03-05", "1999-09-09", "2005-05-05"];

    public static readonly EmailAddress Email = EmailAddress.Parse("qyxanna@example.com");

    public static readonly PhoneNumber Phone = PhoneNumber.Parse("+39 02 5550 1234", null);

    public static CrmScope Scope => new(Actor.Agent("ada", "Ada Agent")) { CorrelationId = "qyxrequest", Reason = "qyx asked for it" };

    /// <summary>The person, with another record of the same person absorbed before.</summary>
    public static async Task<(CustomerId Person, CustomerId Absorbed, CustomerId Firm)> TellAsync(CrmTestHost<SpecificationContext> host)
    {
        CustomerId firm, other;
        TechnicianId tom, tim;
        await using (var shop = host.Work())
        {
            await shop.AddProductAsync("kettle", 30);
            (firm, other) = (await shop.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" }), await shop.RegisterAsync(new NewCustomer { OrganisationName = "Looms Ltd" }));
            (await shop.Get<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, "nickname", FieldType.Text, new CustomFieldDetails())).Succeeded.Should().BeTrue();
            (await shop.Get<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, "since", FieldType.Date, new CustomFieldDetails())).Succeeded.Should().BeTrue();
            (await shop.Get<CustomFieldCatalog>().DefineAsync(SubjectKinds.Customer, "level", FieldType.Choice, new CustomFieldDetails { Choices = [new("gold"), new("iron")] })).Succeeded.Should().BeTrue();
            (await shop.Get<MessageTemplates>().WriteAsync(
                new MessageTemplateDetails("welcome", Channels.Letter, "transactional"),
                new MessageTemplateContent(LanguageTag.Parse("it"), "Ciao {{customer.name}}") { Subject = "Per {{customer.name}}", Html = "<p>{{customer.name}}</p>" })).Succeeded.Should().BeTrue();
            (await shop.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
            await shop.SaveAsync();
            (await shop.Get<Segments>().CreateAsync(new SegmentDraft("guests", "Guests"))).Errors.Should().BeEmpty();
            (await shop.Get<Campaigns>().CreateAsync(new CampaignDraft("spring", "Spring", Channels.Email))).Errors.Should().BeEmpty();
            var form = new SignUpForm(SignUpFormId.New(host.Clock.Now), "news", "News", SignUpFormDefinition.Parse(
                """{"titles":{"en":"News"},"fields":[{"key":"email","target":"email","texts":{"en":"E-mail"}}],"template":"welcome"}""").Value, host.Clock.Now);
            form.Open(host.Clock.Now);
            shop.Context.Add(form);
            (await shop.Get<Surveys>().CreateAsync("service", "Service", SurveyDefinition.Parse("""
                {"titles":{"en":"T"},"questions":[{"key":"recommend","kind":"score","texts":{"en":"?"},"measure":{"kind":"nps"}},{"key":"why","kind":"text","texts":{"en":"?"}},
                 {"key":"liked","kind":"choice","texts":{"en":"?"},"choices":[{"key":"speed","texts":{"en":"Speed"}},{"key":"tone","texts":{"en":"Tone"}}]}]}
                """).Value)).Errors.Should().BeEmpty();
            await shop.SaveAsync();
            (await shop.Get<Surveys>().PublishAsync("service")).Errors.Should().BeEmpty();
            await shop.SaveAsync();
            (await shop.Get<PartnerDirectory>().RegisterAsync(other)).Errors.Should().BeEmpty();
            await shop.SaveAsync();
            (tom, tim) = (await shop.TechnicianAsync(FieldWork.Profile("Tom Tool")), await shop.TechnicianAsync(FieldWork.Profile("Tim Tool")));
        }

        await using var work = host.Work(Scope);
        var person = await KnowAsync(work, "Qyxanna", Email, firm, other, tom);
        var updated = await host.ImportAsync(
            ImportFiles.Of("id,givenName,familyName,nickname", "qyx-Qyxanna,Qyxanna,Qyxrossi,Qyxpet"), new CustomerImportOptions { System = "shop", OnDuplicate = DuplicatePolicy.Update });
        updated.Updated.Should().Be(1);
        work.Context.ChangeTracker.Clear();
        var absorbed = await KnowAsync(work, "Qyxannamaria", EmailAddress.Parse("qyxannamaria@example.com"), firm, other, tim);
        await PortalAsync(host, person);
        await using (var night = host.Work())
        {
            var run = Buyers.Run(new LocalDate(2026, 5, 31), host.Clock.Now);
            await Buyers.PlantAsync(night, run, [.. new[] { person, absorbed }.Select(id => Buyers.Figures(id, run.Id, run.AsOf) with { Segment = "Qyx champions" })]);
        }

        (await work.Merger.MergeAsync(person, absorbed)).Succeeded.Should().BeTrue();
        await using (var shop = host.Work())
        {
            (await shop.Merger.MergeAsync(firm, other)).Succeeded.Should().BeTrue();
            (await shop.History.RecordAsync(new ContactDetails(firm, Channels.Phone, Direction.Inbound, "Engines ask for Qyxanna Qyxrossi") { About = person.ToSubject() })).Succeeded.Should().BeTrue();
            (await shop.Knowledge.WriteAsync(new KnowledgeContent("Cold kettles", "Descale.", LanguageTag.Parse("en")), Audience.Internal, person.ToSubject())).Succeeded.Should().BeTrue();
            await shop.SaveAsync();
        }

        await work.Context.Set<OutboxMessage>().Where(m => m.AggregateId == person.Value).ExecuteUpdateAsync(u => u.SetProperty(m => m.Error, "Qyxanna was not found"));
        host.Clock.Advance(Duration.FromHours(1));
        return (person, absorbed, firm);
    }

    private static async Task<CustomerId> KnowAsync(CrmWork<SpecificationContext> work, string name, EmailAddress email, CustomerId firm, CustomerId other, TechnicianId technician)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var id = await work.RegisterAsync(new NewCustomer
        {
            Name = new PersonName(name, "Qyxrossi", "Qyxdr", "Qyxmid", "Qyxjun", "Qyxnick"),
            BirthDate = new LocalDate(1971, 3, 5),
            Emails = [email],
            Phones = [Phone],
            Address = new PostalAddress("Via Qyxroma 1", "Scala Qyx", "20121", "Qyxmilano", "Qyxregion", Country.FromCode("IT")),
            References = [new ExternalReference("shop", $"qyx-{name}")],
            Language = LanguageTag.Parse("it"),
        });
        await CareAsync(work, id, firm, other, now);
        await WorkAsync(work, id, name, firm);
        await ServeAsync(work, id, technician);
        await SellAsync(work, id, name);
        await AdvertiseAsync(work, id, name);
        await HelpItselfAsync(work, id, email);
        return id;
    }

    private static async Task CareAsync(CrmWork<SpecificationContext> work, CustomerId id, CustomerId firm, CustomerId other, Instant now)
    {
        var customer = (await work.Customers.FindAsync(id))!;
        customer.DescribeContactPoint(customer.ContactPoints[0].Id, ContactUse.Home, "qyx label", now);
        customer.MarkContactPointInvalid(customer.ContactPoints[0].Id, "qyx bounced", now);
        customer.AddAddress(AddressKind.Shipping, new PostalAddress("Via Qyxpo 2", null, null, "Torino", null, null), now, "qyx neighbour");
        ((Person)customer).Rename(((Person)customer).Name with { }, now);
        (await work.Care.TagAsync(id, "qyx tag")).Succeeded.Should().BeTrue();
        (await work.Care.PreferAsync(id, "qyxkey", "qyx value", "qyx call")).Succeeded.Should().BeTrue();
        (await work.Care.MoveToAsync(id, LifecycleStage.Active, "qyx bought")).Succeeded.Should().BeTrue();
        (await work.Get<CustomerFields>().SetAsync(id, "nickname", CustomValue.OfText("qyx nick"))).Succeeded.Should().BeTrue();
        (await work.Get<CustomerFields>().SetAsync(id, "since", CustomValue.OfDate(new LocalDate(1999, 9, 9)))).Succeeded.Should().BeTrue();
        (await work.Get<CustomerFields>().SetAsync(id, "level", CustomValue.OfChoices("gold"))).Succeeded.Should().BeTrue();
        foreach (var organisation in new[] { firm, other })
        {
            (await work.Relations.JoinAsync(id, new MembershipDetails(organisation, "qyx role", "qyx dept", new LocalDate(1999, 9, 9)))).Succeeded.Should().BeTrue();
        }

        var ended = ((Person)customer).Memberships[0].Id;
        (await work.Relations.EndMembershipAsync(id, ended, new LocalDate(2005, 5, 5))).Succeeded.Should().BeTrue();
        (await work.Relations.JoinAsync(id, new MembershipDetails(firm, "qyx again"))).Succeeded.Should().BeTrue();
        var onboarding = (await work.Onboarding.BeginAsync(id, new OnboardingTemplate("Welcome", [new("Call", 1), new("Review", 30)]))).Value;
        await work.SaveAsync();
        (await work.Onboarding.CompleteAsync(onboarding.Id, 1, "qyx was glad")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    private static async Task WorkAsync(CrmWork<SpecificationContext> work, CustomerId id, string name, CustomerId firm)
    {
        var desk = work.Get<ConsentDesk>();
        (await desk.RecordAsync(new ConsentDetails(id, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "qyx form") { Proof = "signed Qyxanna", Wording = "v1" })).Succeeded.Should().BeTrue();
        (await desk.RequestOptInAsync(new ConsentDetails(id, Purposes.Research, Channels.Email, ConsentStatus.Granted, "qyx form"))).Succeeded.Should().BeTrue();
        var measure = (await work.Get<PrivacyMeasures>().PlaceAsync(id, PrivacyMeasureKind.Restriction, "qyx objected")).Value;
        await work.SaveAsync();
        (await work.Get<PrivacyMeasures>().LiftAsync(measure.Id)).Succeeded.Should().BeTrue();
        var order = (await work.Orders.PlaceAsync(new NewOrder(id, [new NewOrderLine("kettle", 2)]))).Value;
        (await work.Orders.DeliverAsync(order.Id, [new(1, 1)], "T-1")).ThrowIfFailed();
        var subscription = (await work.Get<Subscriptions>().StartAsync(new NewSubscription(id, "kettle", 12))).Value;
        (await work.Get<Subscriptions>().CancelAsync(subscription.Id, "Qyxanna moves")).ThrowIfFailed();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(id, "Qyx kettle is cold") { Description = "I am Qyxanna.", SerialNumber = "qyx-123", OrderId = order.Id, OrderLine = 1 })).Value;
        var shared = (await work.Desk.OpenAsync(new CaseDetails(id, $"{name} Qyxrossi asks for Engines") { OrganisationId = firm, Description = $"Call +390255501234 or QYXANNA@example.com. Terms of Engines stay." })).Value;
        await work.SaveAsync();
        (await work.Desk.ReplyAsync(opened.Id, "Dear Qyxanna")).Succeeded.Should().BeTrue();
        (await work.Desk.AssignAsync(opened.Id, "ada")).Succeeded.Should().BeTrue();
        (await work.Desk.ResolveAsync(opened.Id, "Qyx got another")).Succeeded.Should().BeTrue();
        (await work.Desk.AddNoteAsync(shared.Id, $"{name} is to be called back")).Succeeded.Should().BeTrue();
        var contact = (await work.History.RecordAsync(new ContactDetails(id, Channels.Email, Direction.Inbound, "Qyx writes")
        {
            Body = "Regards, Qyxanna", CustomerAddress = Email.Value, OurAddress = "info@shop.example", ExternalId = $"<qyx-{name}@example.com>", InReplyTo = $"<qyx-0-{name}@example.com>",
            Participants = [new(ParticipantRole.From, Email.Value, $"{name} Qyxrossi") { CustomerId = id }, new(ParticipantRole.Cc, "qyxmother@example.com", "Qyxmother"), new(ParticipantRole.To) { AgentId = "ada" }],
            Attachments = [new("qyx.pdf", "application/pdf", 7, new string('c', 64), $"key-{name.Length}")],
        })).Value;
        (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Outbound, $"Call to {name} Qyxrossi") 
        {
            OrganisationId = firm, About = firm.ToSubject(),
            Participants = [new(ParticipantRole.Called, Phone.ToString(), $"{name} Qyxrossi") { CustomerId = id }],
            Call = new CallDetails(CallStatus.Completed) { NumberDialled = Phone.ToString(), Recording = "recording-1" },
        })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await PlanAsync(work, id);
        await WriteAsync(work, id, contact.Id);
        (await work.History.LinkAsync(contact.Id, order.Id.ToSubject())).Succeeded.Should().BeTrue();
        var stated = (await work.Get<CustomerVoice>().NoteAsync(new StatementDetails(id, StatementKind.Requirement, "qyxtopic", "Qyx needs kettles") { InteractionId = contact.Id })).Value;
        await work.SaveAsync();
        (await work.Get<CustomerVoice>().MeetAsync(stated.Id, "qyx got them")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await work.Get<IIntakeStore>().AddAsync([new AutomaticAnswer("qyx-hash", id, opened.Id, work.Get<IClock>().GetCurrentInstant())], default);
    }

    private static async Task PlanAsync(CrmWork<SpecificationContext> work, CustomerId id)
    {
        var (planner, now) = (work.Get<ActivityPlanner>(), work.Get<IClock>().GetCurrentInstant());
        var meeting = (await planner.PlanAsync(new ActivityDetails(ActivityKinds.Meeting, "Meet Qyxanna", now + Duration.FromMinutes(5))
        {
            CustomerId = id, Description = "qyx wants red", Place = "Via Qyxroma 1", RemindBefore = [Duration.Zero], Participants = [new ContactParty(ParticipantRole.Required, "qyxanna@example.com", "Qyxanna Qyxrossi") { CustomerId = id, AgentId = "ada" }],
        })).Value;
        await work.SaveAsync();
        (await planner.RescheduleAsync(meeting.Id, now + Duration.FromMinutes(10), reason: "qyx is late")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await planner.CancelAsync(meeting.Id, "qyx is ill")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    private static async Task ServeAsync(CrmWork<SpecificationContext> work, CustomerId id, TechnicianId technician)
    {
        var entitlement = (await work.Get<Entitlements>().GrantAsync(new EntitlementDetails(id, EntitlementUnit.Cases, 2, new LocalDate(2026, 1, 1), new LocalDate(2030, 1, 1)) { Contract = "C-1" })).Value;
        await work.SaveAsync();
        (await work.Get<Entitlements>().TopUpAsync(entitlement.Id, 1, "qyx asked for more")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var service = work.Get<FieldService>();
        var visit = await work.VisitAsync(FieldWork.Details(id) with
        {
            Subject = "Visit Qyxanna", Address = new PostalAddress("Via Qyxroma 1", "Scala Qyx", "20121", "Qyxmilano", "Qyxregion", Country.FromCode("IT")), Instructions = "Ring at Qyxrossi",
        });
        (await service.BookAsync(visit.Id, new BookingRequest(technician, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        (await service.CancelBookingAsync(visit.Id, "Qyxanna is away")).ThrowIfFailed();
        await work.SaveAsync();
        (await service.BookAsync(visit.Id, new BookingRequest(technician, FieldWork.Rome(2, 9)))).ThrowIfFailed();
        await work.SaveAsync();
        (await service.DepartAsync(visit.Id)).ThrowIfFailed();
        await work.SaveAsync();
        (await service.ArriveAsync(visit.Id)).ThrowIfFailed();
        await work.SaveAsync();
        (await service.CompleteAsync(visit.Id, new VisitOutcome("Qyxanna was at home"))).ThrowIfFailed();
        await work.SaveAsync();
    }

    private static async Task SellAsync(CrmWork<SpecificationContext> work, CustomerId id, string name)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var known = new LeadDetails
        {
            Name = new PersonName(name, "Qyxrossi"), Organisation = "Qyx & Daughters", JobTitle = "qyx head", Email = EmailAddress.Parse($"qyxlead{name.Length}@example.com"), Phone = Phone,
            Address = new PostalAddress("Via Qyxroma 1", "Scala Qyx", "20121", "Qyxmilano", "Qyxregion", Country.FromCode("IT")), Language = LanguageTag.Parse("it"),
            Topic = "Qyx kettles", Description = "Qyxanna came to the fair",
        };
        var lead = (await work.Get<LeadDesk>().ReceiveAsync(known)).Value;
        await work.SaveAsync();
        (await work.Get<LeadContacts>().RecordAsync(lead.Id, new LeadContactDetails(Channels.Phone, Direction.Inbound, "Qyxanna called")
        {
            Body = "Qyxanna wants red", Address = Phone.ToString(), AgentId = "ada",
        })).Errors.Should().BeEmpty();
        (await work.Get<LeadDesk>().DescribeAsync(lead.Id, known with { CustomerId = id })).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await work.Get<LeadDesk>().AssignAsync(lead.Id, "ada")).Errors.Should().BeEmpty();
        (await work.Get<LeadDesk>().DisqualifyAsync(lead.Id, "Qyxanna buys elsewhere")).Errors.Should().BeEmpty();
        var deal = (await work.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(id, "Kettles for Qyxanna")
        {
            OwnerId = "ada", Description = "Qyx wants red", NextStep = "call Qyxanna", Contacts = [new BuyingContact(id) { Note = "qyx decides" }],
        })).Value;
        await work.SaveAsync();
        (await work.Get<SalesPipeline>().LoseAsync(deal.Id, "other", "Qyxanna moved away")).Errors.Should().BeEmpty();
        var quote = (await work.Get<QuoteDesk>().DraftAsync(new NewQuote(
            id, new QuoteTerms(now.InUtc().Date.PlusDays(30)) { Title = "For Qyxanna", Conditions = "To Via Qyxroma 1" }, [new QuoteLineDetails(1) { Sku = "kettle", Description = "Kettle of Qyxanna" }]))).Value;
        quote.Submit(needsApproval: true, "ada", now);
        quote.Approve("bob", now);
        quote.Send($"hash {name.Length}", now.InUtc().Date, now);
        quote.Decline("Qyxanna has one", now);
        await work.SaveAsync();
        await ShareAsync(work, id, lead.ToSubject());
        var asked = (await work.Get<SurveyDesk>().InviteAsync(new SurveyRequest("service", id) { AgentId = "ada" })).Value;
        await work.SaveAsync();
        (await work.Get<SurveyAnswers>().AnswerAsync(asked.Token, [SurveyReply.Score("recommend", 9), SurveyReply.Words("why", "Qyxanna says so"), SurveyReply.Choice("liked", "tone")])).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await work.Get<SegmentLists>().AddAsync("guests", id, "Qyxanna came along")).Errors.Should().BeEmpty();
        (await work.Get<SegmentLists>().RemoveAsync("guests", id, "Qyxanna moved away")).Errors.Should().BeEmpty();
        await work.SaveAsync();
    }

    private static async Task HelpItselfAsync(CrmWork<SpecificationContext> work, CustomerId id, EmailAddress email)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var token = (await work.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(id, email))).Value.Token!;
        await work.SaveAsync();
        var account = (await work.Get<PortalInvitations>().AcceptAsync(token)).Value;
        await work.SaveAsync();
        (await work.Get<PortalPrincipals>().LinkIdentityAsync(new PortalIdentity("https://id.example", $"qyx-{email.Value.Length}", email, true))).Errors.Should().BeEmpty();
        (await work.Get<PortalAccounts>().BlockAsync(account, "Qyxanna wants none")).Errors.Should().BeEmpty();
        var change = new ChangeRequest(
            ChangeRequestId.New(now), new ChangeDetails(id, OwnDataChange.Rename(new PersonName("Qyxanne", null)), "Qyxanna", 1, ChangePolicy.Approve), Actor.PortalCustomer("qyx-portal", []), now);
        change.Reject("Qyxanna is called so", Actor.Agent("ada"), now);
        var wish = email == Email ? OwnDataChange.SetEmail(EmailAddress.Parse("qyxnew@example.com")) : OwnDataChange.SetPhone(Phone);
        var waiting = new ChangeRequest(
            ChangeRequestId.New(now), new ChangeDetails(id, wish, string.Empty, 1, ChangePolicy.Verify) { CodeAddress = email.Value }, Actor.PortalCustomer("qyx-portal", []), now);
        work.Context.AddRange(change, waiting);
        await work.SaveAsync();
    }

    // As a partner and the staff would leave it.
    private static async Task ShareAsync(CrmWork<SpecificationContext> work, CustomerId id, SubjectReference subject)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var partner = await work.Context.Set<Partner>().Select(p => p.Id).SingleAsync();
        var registration = new DealRegistration(
            DealRegistrationId.New(now),
            partner,
            new DealRegistrationDetails("Kettles for Qyxanna", "Qyxanna Qyxrossi", now.InUtc().Date, now.InUtc().Date.PlusDays(30), [new("kettle", 1, 30)]) { Contact = Phone.ToString(), Note = "Qyx wants red" },
            now);
        registration.Submit(now);
        registration.Identify(id, now);
        registration.Review(now);
        registration.RequestApproval(["bob"], now);
        registration.Refuse("bob", "Qyxanna buys elsewhere", now);
        work.Context.Add(registration);
        var share = new RecordShare(RecordShareId.New(now), partner, subject, id, ShareAccess.Comment, null, "ada", now);
        share.Comment("Bea", isOfPartner: true, "Qyxanna called me", now);
        work.Context.Add(share);
        await work.SaveAsync();
    }

    // As a run of the campaign would leave it.
    private static async Task AdvertiseAsync(CrmWork<SpecificationContext> work, CustomerId id, string name)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var verdict = (await work.Get<Suppression>().TakeAsync(new SendingQuestion($"story:{name.Length}", Purposes.Transactional, Channels.Phone), [id])).Value.All.Single();
        var recipient = new CampaignRecipient(CampaignRecipientId.New(now), await work.Context.Set<Campaign>().Select(c => c.Id).SingleAsync(), new CampaignPlace(verdict, "a"), now);
        work.Context.Add(recipient);
        work.Context.Add(new CampaignResponse(
            CampaignResponseId.New(now), new CampaignResponseDetails(recipient.Id, CampaignResponseKind.Clicked, $"qyx {name.Length}") { Detail = "qyx kettles" }, id, CampaignResponseOutcome.Applied, now));
        await work.SaveAsync();
        var request = new SignUpRequest("192.0.2.1") { Answers = new Dictionary<string, string> { ["email"] = $"qyxform{name.Length}@example.com" }, Language = LanguageTag.Parse("it") };
        var signUp = new SignUp(
            SignUpId.New(now), await work.Context.Set<SignUpForm>().SingleAsync(), request, EmailAddress.Parse($"qyxform{name.Length}@example.com"), $"address {name.Length}", "sender", now.InUtc().Date, now);
        signUp.Ask($"token {name.Length}", id, now);
        signUp.Confirm("qyx pressed the link", now);
        signUp.Complete(id, false, null, null, now);
        work.Context.Add(signUp);
        await work.SaveAsync();
    }

    private static async Task WriteAsync(CrmWork<SpecificationContext> work, CustomerId id, InteractionId contact)
    {
        var now = work.Get<IClock>().GetCurrentInstant();
        var message = (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(id) { TemplateKey = "welcome", InReplyTo = "<qyx-question@example.com>" })).Value;
        await work.SaveAsync();
        message.MarkSent("qyx-sent", contact, now);
        message.MarkBounced("qyx moved away", now);
        await work.SaveAsync();
    }

    // What the person does itself.
    private static async Task PortalAsync(CrmTestHost<SpecificationContext> host, CustomerId person)
    {
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("qyx-portal", [person.ToSubject()], "Qyxanna at home")));
        (await portal.Get<ConsentDesk>().WithdrawAsync(person, Purposes.Marketing, Channels.Phone, "qyx portal")).Succeeded.Should().BeTrue();
        await portal.SaveAsync();
    }
}
