using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseFollowUpTests(SqliteFixture fixture) : CaseFollowUpSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
