using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseAssignmentTests(SqliteFixture fixture) : CaseAssignmentSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
