using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class EscalationTests(SqliteFixture fixture) : EscalationSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
