using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.Sqlite.Tests.Automation;

public sealed class WebhookTests(SqliteFixture fixture) : WebhookSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
