using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeChangeTests(SqliteFixture fixture) : KnowledgeChangeSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
