using Crm.Persistence.Specification.Criteria;

namespace Crm.Persistence.Sqlite.Tests.Criteria;

public sealed class CriteriaTests(SqliteFixture fixture) : CriteriaSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
