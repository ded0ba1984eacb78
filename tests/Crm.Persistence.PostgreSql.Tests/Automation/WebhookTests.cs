using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.PostgreSql.Tests.Automation;

public sealed class WebhookTests(PostgreSqlFixture fixture) : WebhookSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
