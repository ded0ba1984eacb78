using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Intake;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>
/// Says of every text and date column of ours what it says about a person, or why it says nothing. Export, erasure and their tests
/// follow it; a column that is missing here fails a test. New columns are added in the area they belong to.
/// </summary>
internal static partial class PersonalDataMap
{
    private const string Names = "names a state, a kind or a thing of the business";
    private const string Products = "describes a product";
    private const string Staff = "names staff who do the work";
    private const string Checklist = "describes a step of the business's own checklist";

    public static void Classify(ModelBuilder modelBuilder)
    {
        Customers(modelBuilder);
        Privacy(modelBuilder);
        Interactions(modelBuilder);
        Service(modelBuilder);
        Business(modelBuilder);
        Sales(modelBuilder);
        Marketing(modelBuilder);
        Fields(modelBuilder);
        Automation(modelBuilder);
        Infrastructure(modelBuilder);
    }

    private static void Customers(ModelBuilder m)
    {
        m.Describe<Customer>(d => d
            .Personal(PersonalDataKind.Identifier, nameof(Customer.DisplayName), nameof(Customer.NameFolded))
            .Personal(PersonalDataKind.Attribute, nameof(Customer.Language))
            .Impersonal("names staff who look after the customer", nameof(Customer.SpecialistId), nameof(Customer.SpecialistName), nameof(Customer.TeamId)));
        m.Describe<Person>(d => d
            .Personal(PersonalDataKind.Identifier, "Name.Given", "Name.Family", "Name.Prefix", "Name.Middle", "Name.Suffix", "Name.Nickname", nameof(Person.GivenFolded), nameof(Person.FamilyFolded))
            .Personal(PersonalDataKind.Attribute, nameof(Person.BirthDate)));
        m.Describe<ContactPoint>(d => d.Goes()
            .Personal(PersonalDataKind.Contact, nameof(ContactPoint.Value), nameof(ContactPoint.Key))
            .Personal(PersonalDataKind.Content, nameof(ContactPoint.Label), nameof(ContactPoint.InvalidReason)));
        m.Describe<CustomerAddress>(d => d.Goes()
            .Personal(PersonalDataKind.Contact, "Address.Line1", "Address.Line2", "Address.PostalCode", "Address.City", "Address.Region", "Address.Country", nameof(CustomerAddress.CityFolded), nameof(CustomerAddress.PostalCodeFolded))
            .Personal(PersonalDataKind.Content, nameof(CustomerAddress.Label)));
        m.Describe<CustomerReference>(d => d.Goes()
            .Impersonal("names another system", nameof(CustomerReference.System))
            .Personal(PersonalDataKind.Identifier, nameof(CustomerReference.Value)));
        m.Describe<CustomerTag>(d => d.Goes().Personal(PersonalDataKind.Attribute, nameof(CustomerTag.Name)));
        m.Describe<CustomerPreference>(d => d.Goes()
            .Personal(PersonalDataKind.Attribute, nameof(CustomerPreference.Key), nameof(CustomerPreference.Value), nameof(CustomerPreference.ValueFolded))
            .Personal(PersonalDataKind.Content, nameof(CustomerPreference.Source)));
        m.Describe<CustomerField>(d => d.Goes()
            .Impersonal("names a field", nameof(CustomerField.Key))
            .Personal(PersonalDataKind.Attribute, nameof(CustomerField.Text), nameof(CustomerField.Folded), nameof(CustomerField.Date), nameof(CustomerField.Choice)));
        m.Describe<Membership>(d => d.Goes()
            .Personal(PersonalDataKind.Attribute, nameof(Membership.Role), nameof(Membership.Department), nameof(Membership.Since), nameof(Membership.Until)));
        m.Describe<CustomerKey>(d => d.Goes().Impersonal(Names, nameof(CustomerKey.Kind)).Personal(PersonalDataKind.Trace, nameof(CustomerKey.Key)));
        m.Describe<LifecycleChange>(d => d
            .Personal(PersonalDataKind.Content, nameof(LifecycleChange.Reason))
            .Personal(PersonalDataKind.Actor, nameof(LifecycleChange.ActorId)));
        m.Describe<Onboarding>(d => d.Impersonal(Checklist, nameof(Onboarding.Name), nameof(Onboarding.BegunOn)));
        m.Describe<OnboardingStep>(d => d
            .Impersonal(Checklist, nameof(OnboardingStep.Title), nameof(OnboardingStep.DueOn))
            .Personal(PersonalDataKind.Actor, nameof(OnboardingStep.SettledBy))
            .Personal(PersonalDataKind.Content, nameof(OnboardingStep.Note)));
        m.Describe<CustomerImportRecord>(d => d
            .Impersonal("names staff who imported a file", nameof(CustomerImportRecord.ActorId), nameof(CustomerImportRecord.ActorName))
            .Impersonal("tells one file from others", nameof(CustomerImportRecord.Name), nameof(CustomerImportRecord.Fingerprint), nameof(CustomerImportRecord.System), nameof(CustomerImportRecord.Layout)));
        m.Describe<CustomerImportItemRecord>(d => d.Goes()
            .Impersonal(Names, nameof(CustomerImportItemRecord.Code))
            .Personal(PersonalDataKind.Trace, nameof(CustomerImportItemRecord.Changes)));
        m.Describe<DuplicatePair>(d => d.Goes()
            .Impersonal("names fields and levels, no values", nameof(DuplicatePair.Tier), nameof(DuplicatePair.Reasons))
            .Impersonal("names staff who looked at the pair", nameof(DuplicatePair.DismissedBy)));
        m.Describe<CustomerMerge>(d => d
            .Personal(PersonalDataKind.Actor, nameof(CustomerMerge.ActorId), nameof(CustomerMerge.ActorName))
            .Impersonal("names fields and rules, no values", nameof(CustomerMerge.Decisions)));
        m.Describe<CustomerMergeRow>(d => d.Goes()
            .Impersonal(Names, nameof(CustomerMergeRow.Table), nameof(CustomerMergeRow.Column))
            .Personal(PersonalDataKind.Trace, nameof(CustomerMergeRow.Key), nameof(CustomerMergeRow.Before), nameof(CustomerMergeRow.After)));
    }

    private static void Privacy(ModelBuilder m)
    {
        m.Describe<ConsentEntry>(d => d
            .Personal(PersonalDataKind.Content, nameof(ConsentEntry.Source), nameof(ConsentEntry.Proof))
            .Impersonal("names a version of the business's own wording", nameof(ConsentEntry.Wording))
            .Personal(PersonalDataKind.Actor, nameof(ConsentEntry.ActorId), nameof(ConsentEntry.ActorName))
            .Personal(PersonalDataKind.Trace, nameof(ConsentEntry.TokenHash)));
        m.Describe<SuppressedAddressRow>(d => d.Impersonal("is a keyed hash, and a reason without names", nameof(SuppressedAddressRow.Hash), nameof(SuppressedAddressRow.Reason)));
        m.Describe<AccessLogRow>(d => d
            .Personal(PersonalDataKind.Actor, nameof(AccessLogRow.ActorId), nameof(AccessLogRow.ActorName))
            .Impersonal(Names, nameof(AccessLogRow.Act)));
        m.Describe<PrivacyMeasure>(d => d
            .Personal(PersonalDataKind.Content, nameof(PrivacyMeasure.Reason))
            .Personal(PersonalDataKind.Actor, nameof(PrivacyMeasure.PlacedById), nameof(PrivacyMeasure.PlacedByName), nameof(PrivacyMeasure.LiftedById)));
    }

    private static void Interactions(ModelBuilder m)
    {
        m.Describe<Interaction>(d => d
            .Personal(PersonalDataKind.Content, nameof(Interaction.Subject), nameof(Interaction.Body))
            .Personal(PersonalDataKind.Contact, nameof(Interaction.CustomerAddress))
            .Impersonal("is the business's own address", nameof(Interaction.OurAddress))
            .Personal(PersonalDataKind.Identifier, nameof(Interaction.ExternalId), nameof(Interaction.InReplyTo), nameof(Interaction.ThreadKey))
            .Personal(PersonalDataKind.Actor, nameof(Interaction.AgentId)));
        m.Describe<InteractionParticipant>(d => d
            .Personal(PersonalDataKind.Contact, nameof(InteractionParticipant.Address))
            .Personal(PersonalDataKind.Identifier, nameof(InteractionParticipant.Name))
            .Personal(PersonalDataKind.Actor, nameof(InteractionParticipant.AgentId)));
        m.Describe<InteractionAttachment>(d => d
            .Personal(PersonalDataKind.Content, nameof(InteractionAttachment.Name))
            .Personal(PersonalDataKind.Trace, nameof(InteractionAttachment.Sha256), nameof(InteractionAttachment.StorageKey))
            .Impersonal(Names, nameof(InteractionAttachment.ContentType)));
        m.Describe<CallRecord>(d => d
            .Personal(PersonalDataKind.Contact, nameof(CallRecord.NumberDialled))
            .Personal(PersonalDataKind.Trace, nameof(CallRecord.Recording)));
        m.Describe<InteractionLink>(d => d.Impersonal(Names, nameof(InteractionLink.SubjectKind)));
        m.Describe<CustomerStatement>(d => d
            .Personal(PersonalDataKind.Attribute, nameof(CustomerStatement.Topic))
            .Personal(PersonalDataKind.Content, nameof(CustomerStatement.Text), nameof(CustomerStatement.StatusReason))
            .Personal(PersonalDataKind.Actor, nameof(CustomerStatement.NotedById), nameof(CustomerStatement.NotedByName), nameof(CustomerStatement.StatusBy))
            .Impersonal(Products, nameof(CustomerStatement.Sku)));
        m.Describe<StatementWord>(d => d.Goes().Personal(PersonalDataKind.Content, nameof(StatementWord.Word)));
        m.Describe<HandledMessageRow>(d => d.Impersonal("is a hash of what a mail system made up", nameof(HandledMessageRow.Key)));
        m.Describe<AutomaticAnswerRow>(d => d.Goes().Personal(PersonalDataKind.Trace, nameof(AutomaticAnswerRow.Recipient)));
        m.Describe<Activity>(d => d
            .Personal(PersonalDataKind.Content, nameof(Activity.Subject), nameof(Activity.Description), nameof(Activity.Place), nameof(Activity.Outcome))
            .Personal(PersonalDataKind.Actor, nameof(Activity.AssigneeId), nameof(Activity.SettledBy))
            .Impersonal(Names, nameof(Activity.AboutKind), nameof(Activity.TeamId), nameof(Activity.TimeZone)));
        m.Describe<ActivityParticipant>(d => d
            .Personal(PersonalDataKind.Contact, nameof(ActivityParticipant.Address))
            .Personal(PersonalDataKind.Identifier, nameof(ActivityParticipant.Name))
            .Personal(PersonalDataKind.Actor, nameof(ActivityParticipant.AgentId)));
        m.Describe<ActivityMove>(d => d
            .Personal(PersonalDataKind.Content, nameof(ActivityMove.Reason))
            .Personal(PersonalDataKind.Actor, nameof(ActivityMove.ActorId)));
        const string Template = "is written for many";
        m.Describe<MessageTemplate>(d => d.Impersonal(Template, nameof(MessageTemplate.Key), nameof(MessageTemplate.Purpose), nameof(MessageTemplate.DefaultLanguage)));
        m.Describe<MessageTemplateVersion>(d => d
            .Impersonal(Template, nameof(MessageTemplateVersion.Language), nameof(MessageTemplateVersion.Subject), nameof(MessageTemplateVersion.Text), nameof(MessageTemplateVersion.Html))
            .Impersonal("names staff who wrote it", nameof(MessageTemplateVersion.ActorId)));
        m.Describe<OutboundMessage>(d => d
            .Personal(PersonalDataKind.Content, nameof(OutboundMessage.Subject), nameof(OutboundMessage.Text), nameof(OutboundMessage.Html), nameof(OutboundMessage.Reason))
            .Personal(PersonalDataKind.Contact, nameof(OutboundMessage.Address), nameof(OutboundMessage.AddressKey))
            .Personal(PersonalDataKind.Identifier, nameof(OutboundMessage.Recipient), nameof(OutboundMessage.InReplyTo), nameof(OutboundMessage.SenderReference))
            .Personal(PersonalDataKind.Actor, nameof(OutboundMessage.AgentId))
            .Impersonal("is made of the message's own id", nameof(OutboundMessage.MessageId))
            .Impersonal("is the text's own", nameof(OutboundMessage.Language))
            .Impersonal(Names, nameof(OutboundMessage.Purpose), nameof(OutboundMessage.AboutKind), nameof(OutboundMessage.TemplateKey)));
        m.Describe<TimelineEntry>(d => d
            .Impersonal(Names, nameof(TimelineEntry.Kind), nameof(TimelineEntry.Channel), nameof(TimelineEntry.ReferenceKind))
            .Personal(PersonalDataKind.Actor, nameof(TimelineEntry.ActorId), nameof(TimelineEntry.ActorName), nameof(TimelineEntry.AgentId))
            .Personal(PersonalDataKind.Content, nameof(TimelineEntry.Text)));
        m.Describe<TimelineLink>(d => d
            .Impersonal(Names, nameof(TimelineLink.SubjectKind), nameof(TimelineLink.Kind), nameof(TimelineLink.Channel))
            .Personal(PersonalDataKind.Actor, nameof(TimelineLink.AgentId)));
    }

    private static void Service(ModelBuilder m)
    {
        m.Describe<ServiceCase>(d => d
            .Personal(PersonalDataKind.Content, nameof(ServiceCase.Subject), nameof(ServiceCase.Solution))
            .Personal(PersonalDataKind.Identifier, nameof(ServiceCase.SerialNumber))
            .Personal(PersonalDataKind.Actor, nameof(ServiceCase.AssigneeId))
            .Impersonal(Products, nameof(ServiceCase.Sku))
            .Impersonal(Names, nameof(ServiceCase.Type)));
        m.Describe<CaseMessage>(d => d
            .Personal(PersonalDataKind.Identifier, nameof(CaseMessage.Author))
            .Personal(PersonalDataKind.Content, nameof(CaseMessage.Body)));
        m.Describe<ServiceDeadline>(d => d.Impersonal("names levels of escalation and when they come", nameof(ServiceDeadline.Alarms)));
        m.Describe<RaisedLevel>(d => d.Impersonal("names a level of escalation", nameof(RaisedLevel.Level)));
        const string Queue = "says how the business's own queue works, or what work needs";
        const string Contract = "says what was agreed";
        m.Describe<Entitlement>(d => d.Impersonal(Contract, nameof(Entitlement.Contract), nameof(Entitlement.ValidFrom), nameof(Entitlement.ValidUntil)).Impersonal(Products, nameof(Entitlement.Sku)));
        m.Describe<EntitlementEntry>(d => d
            .Personal(PersonalDataKind.Content, nameof(EntitlementEntry.Note))
            .Personal(PersonalDataKind.Actor, nameof(EntitlementEntry.ActorId)));
        m.Describe<ServiceVisit>(d => d
            .Personal(PersonalDataKind.Content, nameof(ServiceVisit.Subject), nameof(ServiceVisit.Instructions))
            .Personal(
                PersonalDataKind.Contact, nameof(ServiceVisit.Line1), nameof(ServiceVisit.Line2), nameof(ServiceVisit.PostalCode), nameof(ServiceVisit.City), nameof(ServiceVisit.Region),
                nameof(ServiceVisit.Country), nameof(ServiceVisit.Latitude), nameof(ServiceVisit.Longitude))
            .Impersonal(Names, nameof(ServiceVisit.TimeZone)));
        m.Describe<VisitBooking>(d => d.Personal(PersonalDataKind.Content, nameof(VisitBooking.Reason), nameof(VisitBooking.Report)));
        m.Describe<VisitSkill>(d => d.Impersonal(Queue, nameof(VisitSkill.Skill)));
        m.Describe<VisitPart>(d => d.Impersonal(Products, nameof(VisitPart.Sku)));
        m.Describe<VisitPartUsed>(d => d.Impersonal(Products, nameof(VisitPartUsed.Sku)));
        m.Describe<Technician>(d => d.Impersonal(Staff, nameof(Technician.UserId), nameof(Technician.Name), nameof(Technician.Email), nameof(Technician.Definition)));
        m.Describe<TechnicianSkill>(d => d.Impersonal(Staff, nameof(TechnicianSkill.Skill), nameof(TechnicianSkill.CertifiedUntil)));
        m.Describe<TechnicianAbsence>(d => d.Impersonal(Staff, nameof(TechnicianAbsence.Reason)));
        m.Describe<WorkQueue>(d => d.Impersonal(Queue, nameof(WorkQueue.Name), nameof(WorkQueue.Strategy), nameof(WorkQueue.SkillText), nameof(WorkQueue.Criteria)));
        m.Describe<QueueMember>(d => d.Impersonal(Staff, nameof(QueueMember.UserId)));
        m.Describe<QueueAgent>(d => d.Impersonal(Staff, nameof(QueueAgent.UserId)));
        m.Describe<AgentSkill>(d => d.Impersonal(Queue, nameof(AgentSkill.Skill)));
        const string Promise = "says when the business works and what it promises";
        m.Describe<ServiceCalendar>(d => d.Impersonal(Promise, nameof(ServiceCalendar.Key), nameof(ServiceCalendar.Name)));
        m.Describe<ServiceCalendarVersion>(d => d.Impersonal(Promise, nameof(ServiceCalendarVersion.Definition)).Impersonal(Staff, nameof(ServiceCalendarVersion.ActorId)));
        m.Describe<SlaPolicy>(d => d.Impersonal(Promise, nameof(SlaPolicy.Name), nameof(SlaPolicy.Condition)));
        m.Describe<SlaPolicyVersion>(d => d.Impersonal(Promise, nameof(SlaPolicyVersion.Definition)).Impersonal(Staff, nameof(SlaPolicyVersion.ActorId)));
        m.Describe<WorkItem>(d => d.Impersonal(Staff, nameof(WorkItem.UserId)).Impersonal(Queue, nameof(WorkItem.Demand), nameof(WorkItem.Topic)));
    }

    private static void Sales(ModelBuilder m)
    {
        const string Pipelines = "says how the business sells";
        const string Stages = "names a stage of the business's own pipeline";
        const string Expected = "says when the business expects a sale";
        const string Counted = "says what closed sales had in common, of no customer";
        m.Describe<Pipeline>(d => d.Impersonal(Pipelines, nameof(Pipeline.Name)));
        m.Describe<PipelineStage>(d => d.Impersonal(Pipelines, nameof(PipelineStage.Key), nameof(PipelineStage.Name), nameof(PipelineStage.RequiredText), nameof(PipelineStage.Condition)));
        m.Describe<Opportunity>(d => d
            .Personal(PersonalDataKind.Content, nameof(Opportunity.Name), nameof(Opportunity.Description), nameof(Opportunity.NextStep), nameof(Opportunity.LossText))
            .Personal(PersonalDataKind.Actor, nameof(Opportunity.OwnerId))
            .Impersonal(Staff, nameof(Opportunity.TeamId))
            .Impersonal(Names, nameof(Opportunity.Source), nameof(Opportunity.LossReason))
            .Impersonal(Stages, nameof(Opportunity.Stage), nameof(Opportunity.FurthestStage))
            .Impersonal(Expected, nameof(Opportunity.CloseDate), nameof(Opportunity.ClosedOn), nameof(Opportunity.NextStepDue)));
        m.Describe<WinLesson>(d => d.Impersonal(Counted, nameof(WinLesson.Traits)));
        m.Describe<PipelineWinModel>(d => d.Impersonal(Counted, nameof(PipelineWinModel.Definition)));
        m.Describe<Salesperson>(d => d.Impersonal(Staff, nameof(Salesperson.UserId)));
        m.Describe<SalesPlace>(d => d.Impersonal(Staff, nameof(SalesPlace.LeaderId), nameof(SalesPlace.TeamId)));
        m.Describe<SalesQuotaEntry>(d => d.Impersonal(Expected, nameof(SalesQuotaEntry.PeriodStart)));
        m.Describe<SalesJudgementEntry>(d => d.Impersonal(Expected, nameof(SalesJudgementEntry.PeriodStart)));
        m.Describe<Lead>(d => d
            .Personal(PersonalDataKind.Identifier, nameof(Lead.GivenName), nameof(Lead.FamilyName), nameof(Lead.OrganisationName))
            .Personal(PersonalDataKind.Attribute, nameof(Lead.JobTitle), nameof(Lead.Language))
            .Personal(
                PersonalDataKind.Contact, nameof(Lead.Email), nameof(Lead.EmailKey), nameof(Lead.Phone), nameof(Lead.Line1), nameof(Lead.Line2), nameof(Lead.PostalCode), nameof(Lead.City),
                nameof(Lead.Region), nameof(Lead.Country))
            .Personal(PersonalDataKind.Content, nameof(Lead.Topic), nameof(Lead.Description), nameof(Lead.DisqualifiedFor))
            .Personal(PersonalDataKind.Actor, nameof(Lead.OwnerId))
            .Impersonal(Names, nameof(Lead.Source)));
        m.Describe<LeadPoints>(d => d.Impersonal(Names, nameof(LeadPoints.Action), nameof(LeadPoints.Group)));
        m.Describe<LeadContact>(d => d
            .Personal(PersonalDataKind.Content, nameof(LeadContact.Subject), nameof(LeadContact.Body))
            .Personal(PersonalDataKind.Contact, nameof(LeadContact.Address))
            .Personal(PersonalDataKind.Actor, nameof(LeadContact.AgentId)));
        m.Describe<LeadThreshold>(d => d.Impersonal(Names, nameof(LeadThreshold.Key)));
        m.Describe<LeadQueue>(d => d.Impersonal(Pipelines, nameof(LeadQueue.Name), nameof(LeadQueue.Criteria)));
        m.Describe<LeadQueueMember>(d => d.Impersonal(Staff, nameof(LeadQueueMember.UserId), nameof(LeadQueueMember.Period)));
        m.Describe<Territory>(d => d
            .Impersonal(Pipelines, nameof(Territory.Name), nameof(Territory.LeadCriteria), nameof(Territory.CustomerCriteria), nameof(Territory.DealCriteria))
            .Impersonal(Staff, nameof(Territory.OwnerId), nameof(Territory.TeamId)));
        m.Describe<OpportunityContact>(d => d.Goes().Personal(PersonalDataKind.Content, nameof(OpportunityContact.Note)));
        m.Describe<OpportunityCompetitor>(d => d.Impersonal("names another business", nameof(OpportunityCompetitor.Name), nameof(OpportunityCompetitor.Note)));
        m.Describe<OpportunityStageVisit>(d => d.Impersonal(Stages, nameof(OpportunityStageVisit.Stage), nameof(OpportunityStageVisit.Next)));
        m.Describe<OpportunityLogEntry>(d => d
            .Impersonal(Stages, nameof(OpportunityLogEntry.Stage), nameof(OpportunityLogEntry.FurthestStage))
            .Impersonal(Expected, nameof(OpportunityLogEntry.CloseDate))
            .Personal(PersonalDataKind.Actor, nameof(OpportunityLogEntry.OwnerId)));
    }

    private static void Business(ModelBuilder m)
    {
        const string Text = "is written for others than the person";
        m.Describe<KnowledgeItem>(d => d
            .Impersonal(Text, nameof(KnowledgeItem.Title), nameof(KnowledgeItem.TitleFolded), nameof(KnowledgeItem.Summary), nameof(KnowledgeItem.Body), "Next.Title", "Next.Summary", "Next.Body")
            .Impersonal("is the text's own", nameof(KnowledgeItem.Language), "Next.Language")
            .Impersonal(Products, nameof(KnowledgeItem.Sku), nameof(KnowledgeItem.Environment), "Next.Sku", "Next.Environment")
            .Impersonal(Staff, nameof(KnowledgeItem.WrittenBy), nameof(KnowledgeItem.PublishedBy))
            .Impersonal(Names, nameof(KnowledgeItem.SourceKind)));
        m.Describe<KnowledgeSynonymList>(d => d.Impersonal("lists words of a language", nameof(KnowledgeSynonymList.Language), nameof(KnowledgeSynonymList.Text)));
        m.Describe<KnowledgeSearchDocument>(d => d
            .Impersonal("holds words of a text that is written for others than the person", nameof(KnowledgeSearchDocument.Vector), nameof(KnowledgeSearchDocument.Facets))
            .Impersonal("holds words that several readers share, and none of the readers", nameof(KnowledgeSearchDocument.Asked))
            .Impersonal("is the text's own", nameof(KnowledgeSearchDocument.Language)));
        m.Describe<KnowledgeSession>(d => d.Goes().Impersonal(Names, nameof(KnowledgeSession.FiledKind)));
        m.Describe<KnowledgeQuestion>(d => d.Goes().Impersonal("is the language of a search", nameof(KnowledgeQuestion.Language)));
        m.Describe<QuestionWord>(d => d.Goes());
        m.Describe<ItemReading>(d => d.Goes());
        m.Describe<KnowledgeVote>(d => d.Goes());
        m.Describe<KnowledgeWord>(d => d.Impersonal("is a word that several readers used, of none of whom it tells", nameof(KnowledgeWord.Language), nameof(KnowledgeWord.Term)));
        m.Describe<KnowledgeUse>(d => d.Impersonal(Names, nameof(KnowledgeUse.SubjectKind)).Impersonal("names staff who said so", nameof(KnowledgeUse.AgentId)));
        m.Describe<KnowledgeVersion>(d => d
            .Impersonal(Text, "Content.Title", "Content.Summary", "Content.Body", nameof(KnowledgeVersion.Note))
            .Impersonal("is the text's own", "Content.Language")
            .Impersonal(Products, "Content.Sku", "Content.Environment")
            .Impersonal(Staff, nameof(KnowledgeVersion.ActorId)));
        m.Describe<KnowledgeCategory>(d => d.Impersonal(Names, nameof(KnowledgeCategory.Name)));
        m.Describe<KnowledgeItemTag>(d => d.Impersonal(Names, nameof(KnowledgeItemTag.Name)));
        m.Describe<KnowledgeFile>(d => d.Impersonal(
            "belongs to a text that is written for others than the person", nameof(KnowledgeFile.Name), nameof(KnowledgeFile.ContentType), nameof(KnowledgeFile.Sha256), nameof(KnowledgeFile.StorageKey)));
        m.Describe<Order>(d => d
            .Impersonal("numbers the order in another system, so that imports do not repeat it", nameof(Order.ExternalId))
            .Impersonal("tells a repeated request from another", nameof(Order.RequestHash))
            .Impersonal("dates a sale, which the books keep", nameof(Order.PurchasedOn)));
        m.Describe<OrderLine>(d => d.Impersonal(Products, nameof(OrderLine.Sku), nameof(OrderLine.BundleSku), nameof(OrderLine.Description), nameof(OrderLine.PriceList)));
        m.Describe<OrderDelivery>(d => d.Impersonal("numbers a parcel at its carrier", nameof(OrderDelivery.Reference)));
        m.Describe<PurchaseFact>(d => d.Impersonal(Products, nameof(PurchaseFact.Sku)).Impersonal("dates a sale, which the books keep", nameof(PurchaseFact.PurchasedOn)));
        m.Describe<CustomerInsight>(d => d.Goes().Personal(
            PersonalDataKind.Attribute, nameof(CustomerInsight.AsOf), nameof(CustomerInsight.FirstPurchaseOn), nameof(CustomerInsight.LastPurchaseOn), nameof(CustomerInsight.Segment),
            nameof(CustomerInsight.NextPurchaseOn), nameof(CustomerInsight.NextPurchaseFrom), nameof(CustomerInsight.NextPurchaseUntil), nameof(CustomerInsight.OverdueSince)));
        m.Describe<InsightRun>(d => d.Impersonal(
            "says of all customers together what was computed", nameof(InsightRun.AsOf), nameof(InsightRun.FirstDay), nameof(InsightRun.LastDay), nameof(InsightRun.ModelName), nameof(InsightRun.Definition)));
        Quotes(m);
        Marketing(m);
        Feedback(m);
        SelfService(m);
        m.Describe<Product>(d => d.Impersonal(Products, nameof(Product.Sku), nameof(Product.Name)));
        Prices(m);
    }

    private static void Prices(ModelBuilder m)
    {
        const string List = "says what products cost, for many";
        const string Agreed = "says what was agreed";
        m.Describe<ProductComponent>(d => d.Impersonal(Products, nameof(ProductComponent.Sku)));
        m.Describe<PriceList>(d => d.Impersonal(List, nameof(PriceList.Key), nameof(PriceList.Name), nameof(PriceList.ValidFrom), nameof(PriceList.ValidUntil)));
        m.Describe<PriceListLine>(d => d.Impersonal(Products, nameof(PriceListLine.Sku)));
        m.Describe<PriceAgreement>(d => d.Impersonal(Products, nameof(PriceAgreement.Sku)).Impersonal(Agreed, nameof(PriceAgreement.ValidFrom), nameof(PriceAgreement.ValidUntil)));
        m.Describe<StockItem>(d => d.Impersonal(Products, nameof(StockItem.Sku)));
        m.Describe<Subscription>(d => d
            .Personal(PersonalDataKind.Content, nameof(Subscription.Reason))
            .Impersonal(Products, nameof(Subscription.Sku), nameof(Subscription.Description))
            .Impersonal(
                Agreed, nameof(Subscription.StartsOn), nameof(Subscription.AnchorOn), nameof(Subscription.NextOn), nameof(Subscription.RetryOn), nameof(Subscription.PausedOn),
                nameof(Subscription.EndedOn)));
    }

    private static void Quotes(ModelBuilder m)
    {
        m.Describe<Quote>(d => d
            .Personal(PersonalDataKind.Content, nameof(Quote.Reason))
            .Personal(PersonalDataKind.Actor, nameof(Quote.SubmittedBy), nameof(Quote.ApprovedBy))
            .Impersonal("is the hash of a random token", nameof(Quote.TokenHash))
            .Impersonal("says until when an offer stood", nameof(Quote.ValidThrough)));
        m.Describe<QuoteRevision>(d => d
            .Personal(PersonalDataKind.Content, nameof(QuoteRevision.Title), nameof(QuoteRevision.Conditions))
            .Impersonal("says until when an offer stood", nameof(QuoteRevision.ValidThrough)));
        m.Describe<QuoteLine>(d => d.Impersonal(Products, nameof(QuoteLine.Sku)).Personal(PersonalDataKind.Content, nameof(QuoteLine.Description)));
    }

    private static void Fields(ModelBuilder m)
    {
        const string Definition = "defines a field, for all records alike";
        m.Describe<CustomFieldDefinition>(d => d.Impersonal(Definition, nameof(CustomFieldDefinition.RecordKind), nameof(CustomFieldDefinition.Key), nameof(CustomFieldDefinition.Earliest), nameof(CustomFieldDefinition.Latest)));
        m.Describe<CustomFieldLabel>(d => d.Impersonal(Definition, nameof(CustomFieldLabel.Choice), nameof(CustomFieldLabel.Language), nameof(CustomFieldLabel.Text)));
        m.Describe<CustomFieldOption>(d => d.Impersonal(Definition, nameof(CustomFieldOption.Key)));
    }

    private static void Automation(ModelBuilder m)
    {
        const string Rules = "is a rule of the business, for all records alike";
        m.Describe<AutomationRule>(d => d.Impersonal(Rules, nameof(AutomationRule.Key), nameof(AutomationRule.Name), nameof(AutomationRule.EventName), nameof(AutomationRule.Definition)));
        m.Describe<AutomationRuleVersion>(d => d.Impersonal(Rules, nameof(AutomationRuleVersion.Definition)));
        m.Describe<RuleRun>(d => d
            .Impersonal(Names, nameof(RuleRun.RuleKey), nameof(RuleRun.EventName), nameof(RuleRun.Reason), nameof(RuleRun.Chain))
            .Impersonal("names actions and ids, no values of records", nameof(RuleRun.Outcomes))
            .Impersonal("names a field, or the type of an exception", nameof(RuleRun.Error)));
        m.Describe<WebhookSubscription>(d => d.Impersonal("names another system", nameof(WebhookSubscription.Key), nameof(WebhookSubscription.Target), nameof(WebhookSubscription.InactiveReason)));
        m.Describe<WebhookEventName>(d => d.Impersonal(Names, nameof(WebhookEventName.Name)));
        m.Describe<WebhookSecret>(d => d.Impersonal("is a secret of the business", nameof(WebhookSecret.Value)));
        m.Describe<WebhookDelivery>(d => d
            .Impersonal(Names, nameof(WebhookDelivery.EventName))
            .Impersonal("tells times and answers of another system", nameof(WebhookDelivery.Attempts)));
    }

    private static void Infrastructure(ModelBuilder m)
    {
        m.Describe<AuditEntry>(d => d
            .Personal(PersonalDataKind.Actor, nameof(AuditEntry.ActorId), nameof(AuditEntry.ActorName))
            .Personal(PersonalDataKind.Content, nameof(AuditEntry.Reason))
            .Personal(PersonalDataKind.Trace, nameof(AuditEntry.CorrelationId), nameof(AuditEntry.Changes))
            .Impersonal(Names, nameof(AuditEntry.AggregateType), nameof(AuditEntry.Acts)));
        m.Describe<OutboxMessage>(d => d
            .Personal(PersonalDataKind.Trace, nameof(OutboxMessage.Payload), nameof(OutboxMessage.CorrelationId), nameof(OutboxMessage.Error))
            .Impersonal(Names, nameof(OutboxMessage.AggregateType), nameof(OutboxMessage.EventName), nameof(OutboxMessage.Cause)));
        m.Describe<InboxEntry>(d => d.Impersonal(Names, nameof(InboxEntry.Handler)));
        m.Describe<NumberSeriesRow>(d => d.Impersonal(Names, nameof(NumberSeriesRow.Scope), nameof(NumberSeriesRow.Series)));
    }
}
