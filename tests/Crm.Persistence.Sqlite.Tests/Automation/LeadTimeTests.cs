using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.Sqlite.Tests.Automation;

public sealed class LeadTimeTests(SqliteFixture fixture) : LeadTimeSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
