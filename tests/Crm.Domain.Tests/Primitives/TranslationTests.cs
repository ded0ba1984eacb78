using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;

namespace Crm.Domain.Tests.Primitives;

/// <summary>Every text in every language: a new error, state or channel comes with its translations.</summary>
[Trait("Check", "XC-09")]
public class TranslationTests
{
    private static readonly string[] s_languages = ["de", "es", "it", "ro", "sv"];

    private static readonly Type[] s_states = [.. typeof(CrmError).Assembly.GetExportedTypes().Where(t => t.IsEnum)];

    private static readonly MethodInfo[] s_errors =
        [.. typeof(CrmErrorDescriber).GetMethods().Where(m => m.IsVirtual && m.ReturnType == typeof(CrmError))];

    public static TheoryData<string> Languages => [.. s_languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Errors_InEveryLanguage_AreTranslatedAndKeepTheirPlaces(string language)
    {
        var wrong = new List<string>();
        foreach (var method in s_errors)
        {
            var (english, translated) = (Describe(method, "en"), Describe(method, language));
            translated.Code.Should().Be(english.Code).And.Be(method.Name);
            translated.Target.Should().Be(english.Target);
            if (translated.Message == english.Message)
            {
                wrong.Add($"{method.Name} is not translated");
            }
            else if (!Places(method, english).SequenceEqual(Places(method, translated)))
            {
                wrong.Add($"{method.Name} has other places: {translated.Message}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void States_InEveryLanguage_HaveNames(string language) =>
        s_states.SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member}")).Except(Texts(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Channels_InEveryLanguage_HaveNames(string language) =>
        new ChannelCatalog().All.Select(c => $"Channel.{c.Key}").Except(Texts(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void KindsOfActivity_InEveryLanguage_HaveNames(string language) =>
        new ActivityKindCatalog().All.Select(k => $"ActivityKind.{k.Kind}").Except(Texts(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void ReasonsForLosing_InEveryLanguage_HaveNames(string language) =>
        new LossReasonCatalog().All.Select(r => $"LossReason.{r.Key}").Except(Texts(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void StatusesOfCases_InEveryLanguage_HaveNamesForStaffAndForCustomers(string language) => StatusTexts().Except(Texts(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreAllUsed(string language)
    {
        var texts = Texts(language);

        texts.Values.Should().NotContain(t => string.IsNullOrWhiteSpace(t));
        texts.Keys
            .Except(s_errors.Select(m => m.Name))
            .Except(s_states.SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member}")))
            .Except(new ChannelCatalog().All.Select(c => $"Channel.{c.Key}"))
            .Except(new ActivityKindCatalog().All.Select(k => $"ActivityKind.{k.Kind}"))
            .Except(StatusTexts())
            .Except(new LossReasonCatalog().All.Select(r => $"LossReason.{r.Key}"))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void States_OfOneKind_HaveDifferentNames(string language)
    {
        foreach (var type in s_states)
        {
            Enum.GetValues(type).Cast<Enum>().Select(v => CrmNames.Of(v, new CultureInfo(language))).Should().OnlyHaveUniqueItems(type.Name);
        }
    }

    [Fact]
    public void NameOf_State_FollowsTheCulture()
    {
        CrmNames.Of(CaseMessageKind.PublicReply, new CultureInfo("en-GB")).Should().Be("Public reply");
        CrmNames.Of(CaseCategory.Paused, new CultureInfo("it-CH")).Should().Be("In pausa");
        CrmNames.Of(CaseMessageKind.PublicReply, new CultureInfo("ja")).Should().Be("Public reply");
        In("sv", () => CrmErrorDescriber.Default.NameOf(CaseCategory.Resolved)).Should().Be("Löst");
    }

    [Fact]
    public void NameOf_Channel_FollowsTheCultureUnlessTheHostNamedIt()
    {
        var channels = new ChannelCatalog();
        channels.Register(new ChannelDefinition(Channels.Store, "Boutique"));
        channels.Register(new ChannelDefinition(new ChannelKey("on-board"), "On board"));
        var romanian = new CultureInfo("ro");

        channels.NameOf(Channels.Letter, romanian).Should().Be("Scrisoare");
        channels.NameOf(Channels.Letter, CultureInfo.InvariantCulture).Should().Be("Letter");
        channels.NameOf(Channels.Store, romanian).Should().Be("Boutique");
        channels.NameOf(new ChannelKey("on-board"), romanian).Should().Be("On board");
        channels.NameOf(new ChannelKey("unknown"), romanian).Should().Be("unknown");
    }

    [Fact]
    public void NameOf_StatusOfACase_FollowsTheCultureUnlessTheHostNamedIt()
    {
        var statuses = new CaseStatusCatalog();
        statuses.Register(new CaseStatusDefinition(CaseStatus.Open, CaseCategory.Open, "Working", "In progress"));
        statuses.Register(new CaseStatusDefinition(new CaseStatus("atTheSupplier"), CaseCategory.Paused, "At the supplier", "We wait for a part"));
        var italian = new CultureInfo("it-CH");

        statuses.NameOf(CaseStatus.WaitingOnCustomer, italian).Should().Be("In attesa del cliente");
        statuses.NameOf(CaseStatus.WaitingOnCustomer, new CultureInfo("ja")).Should().Be("Waiting on customer");
        statuses.CustomerNameOf(CaseStatus.New, CaseCategory.Open, italian).Should().Be("Ricevuto");
        (statuses.NameOf(CaseStatus.Open, italian), statuses.CustomerNameOf(CaseStatus.Open, CaseCategory.Open, italian)).Should().Be(("Working", "In lavorazione"));
        statuses.NameOf(new CaseStatus("atTheSupplier"), italian).Should().Be("At the supplier");
        (statuses.NameOf(new CaseStatus("gone"), italian), statuses.CustomerNameOf(new CaseStatus("gone"), CaseCategory.Closed, italian)).Should().Be(("gone", "Chiuso"));
    }

    [Fact]
    public void Error_OfARefusedAct_SpeaksTheCallersLanguageWithTheSameCode()
    {
        var refused = CrmRuling.Refused(e => e.CaseTransitionNotAllowed("C-1", e.NameOf(CaseCategory.Closed), e.NameOf(CaseCategory.Resolved)));

        var error = In("de", () => refused.ToError(CrmErrorDescriber.Default));

        error.Should().Be(new CrmError("CaseTransitionNotAllowed", "Der Fall C-1 kann nicht von „Geschlossen“ zu „Gelöst“ wechseln.", "case"));
    }

    private static IEnumerable<string> StatusTexts() => new CaseStatusCatalog().All.SelectMany(s => new[] { $"CaseStatus.{s.Status}", $"CaseStatusForCustomer.{s.Status}" });

    private static CrmError Describe(MethodInfo method, string culture) =>
        In(culture, () => (CrmError)method.Invoke(CrmErrorDescriber.Default, Marks(method))!);

    private static object[] Marks(MethodInfo method) =>
        [.. method.GetParameters().Select((p, i) => p.ParameterType == typeof(string) ? $"<{i}>" : Convert.ChangeType(7001 + i, p.ParameterType, CultureInfo.InvariantCulture))];

    private static IEnumerable<bool> Places(MethodInfo method, CrmError error) =>
        Marks(method).Select(mark => error.Message.Contains(Convert.ToString(mark, CultureInfo.InvariantCulture)!, StringComparison.Ordinal));

    private static Dictionary<string, string> Texts(string language) =>
        new ResourceManager("Crm.Domain.Primitives.Texts.CrmTexts", typeof(CrmError).Assembly)
            .GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static T In<T>(string culture, Func<T> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
