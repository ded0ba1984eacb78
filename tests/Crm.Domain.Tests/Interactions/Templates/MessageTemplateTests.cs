using Crm.Domain.Interactions;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

public class MessageTemplateTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Theory]
    [InlineData(null, "English 1")]
    [InlineData("de-AT", "Österreichisch")]
    [InlineData("de-CH", "Deutsch 2")]
    [InlineData("DE", "Deutsch 2")]
    [InlineData("it", "English 1")]
    public void Language_FallsBackToTheSameWithoutRegionThenToTheFirst(string? wanted, string text)
    {
        var template = new MessageTemplate(MessageTemplateId.New(s_now), new MessageTemplateDetails("welcome", Channels.Email, "transactional"), Content("en", "English 1"), "ada", s_now);
        template.Write(Content("de", "Deutsch 1"), "ada", s_now);
        template.Write(Content("de-AT", "Österreichisch"), "ada", s_now);
        template.Write(Content("de", "Deutsch 2"), "bob", s_now);

        template.VersionIn(wanted is null ? null : LanguageTag.Parse(wanted)).Text.Should().Be(text);
        (template.Versions.Count, template.Versions[^1].Number, template.Languages.Count()).Should().Be((4, 4, 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../etc/passwd")]
    [InlineData("%2e%2e")]
    [InlineData("a\\b")]
    [InlineData("Über")]
    [InlineData("1st")]
    public void Key_IsANameAndNoPath(string key) => FluentActions.Invoking(
        () => new MessageTemplate(MessageTemplateId.New(s_now), new MessageTemplateDetails(key, Channels.Email, "transactional"), Content("en", "x"), "ada", s_now)).Should().Throw<ArgumentException>();

    private static MessageTemplateContent Content(string language, string text) => new(LanguageTag.Parse(language), text);
}
