using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Tests.Feedback;

/// <summary>A survey with a question of every kind.</summary>
internal static class SurveySamples
{
    public const string Json = """
        {"language":"en","titles":{"en":"How was it?","it":"Com'è andata?"},"questions":[
         {"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?","it":"Ci consiglierebbe?"},"required":true,"measure":{"kind":"nps"},"lowAt":6},
         {"key":"easy","kind":"score","texts":{"en":"How easy was it?"},"measure":{"kind":"ces","scale":[1,7],"direction":"higherIsBetter"},"lowAt":3},
         {"key":"what","kind":"choice","texts":{"en":"What was it about?"},"choices":[{"key":"order","texts":{"en":"An order"}},{"key":"repair","texts":{"en":"A repair"}}]},
         {"key":"liked","kind":"multipleChoice","texts":{"en":"What did you like?"},"choices":[{"key":"speed","texts":{"en":"Speed"}},{"key":"tone","texts":{"en":"Tone"}}]},
         {"key":"why","kind":"text","texts":{"en":"Why?"}},
         {"key":"again","kind":"yesNo","texts":{"en":"Again?"}}]}
        """;

    public static Instant Now { get; } = Instant.FromUtc(2026, 6, 1, 8, 0);

    public static SurveyDefinition Definition => SurveyDefinition.Parse(Json).Value;

    public static Survey Published(SurveySettings? settings = null)
    {
        var survey = new Survey(SurveyId.New(Now), "service", "Service", Definition, settings ?? new SurveySettings(), Now);
        survey.Publish(Actor.Agent("ada"), Now);
        return survey;
    }

    public static SurveyInvitation Invitation(Instant now, Survey? survey = null, bool isSent = true) => new(
        SurveyInvitationId.New(now), survey ?? Published(), new SurveyRequest("service", CustomerId.New(now)) { About = new SubjectReference(SubjectKinds.Case, Guid.CreateVersion7()) }, new string('a', 64), isSent, now);
}
